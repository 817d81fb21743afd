use super::*;
use crate::diagnostic::Diagnostic;

fn load(text: &str) -> Result<Plan, Vec<Diagnostic>> {
    let file = RuleFile::new("plan.toml", text.as_bytes().to_vec());
    Plan::load(&[file], &mut |_, _| Err(std::io::Error::other("no roster here")))
}

#[test]
fn built_in_loads() {
    match Plan::built_in() {
        Ok(plan) => assert_eq!(plan.indicators.len(), 16),
        Err(f) => panic!("{f:#?}"),
    }
}
