//! Quotation marks within quotation marks.

/// A text in which those that lie within others are single ones, as GB/T 15834 has it; as it is
/// where they don't pair.
pub(crate) fn nested(text: String) -> String {
    let mut depth = 0_usize;
    let mut told = String::with_capacity(text.len());
    for c in text.chars() {
        let is_inner = match c {
            '“' => {
                depth += 1;
                depth.is_multiple_of(2)
            }
            '”' => {
                let Some(outer) = depth.checked_sub(1) else { return text };
                let is_inner = depth.is_multiple_of(2);
                depth = outer;
                is_inner
            }
            _ => false,
        };
        told.push(match (c, is_inner) {
            ('“', true) => '‘',
            ('”', true) => '’',
            _ => c,
        });
    }
    if depth == 0 { told } else { text }
}

#[cfg(test)]
mod tests {
    use super::nested;

    #[test]
    fn marks_within_marks_are_single_ones_where_all_pair() {
        for (text, told) in [
            ("没有““1+X”事项覆盖率”这个指标", "没有“‘1+X’事项覆盖率”这个指标"),
            ("“甲”““乙”站”“丙”", "“甲”“‘乙’站”“丙”"),
            ("“新建“残疾人之家””", "“新建‘残疾人之家’”"),
            ("“一“二“三”二”一”", "“一‘二“三”二’一”"),
            // Which is whose can't be told.
            ("数值““约”不是数", "数值““约”不是数"),
            ("数值“六”成”不是数", "数值“六”成”不是数"),
            ("没有引号", "没有引号"),
        ] {
            assert_eq!(nested(text.to_owned()), told);
        }
    }
}
