//! What can be typed about audits.

use clap::Args;

/// 数据审核: what each audit does, whatever the plan says.
#[derive(Debug, Args)]
pub(crate) struct AuditArgs {
    /// 这项审核查出的行无效，可重复 / what this audit finds makes the row invalid (repeatable)
    #[arg(long, value_name = "CODE")]
    pub(crate) deny: Vec<String>,

    /// 这项审核查出的行只须说明，可重复 / what this audit finds must be explained (repeatable)
    #[arg(long, value_name = "CODE")]
    pub(crate) warn: Vec<String>,

    /// 不作这项审核，可重复 / leave this audit out (repeatable)
    #[arg(long, value_name = "CODE")]
    pub(crate) allow: Vec<String>,
}
