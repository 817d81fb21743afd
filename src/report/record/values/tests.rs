use std::cell::RefCell;

use super::*;

/// A reader that gives so many bytes at a time.
struct Pieces<'b>(&'b [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let length = out.len().min(self.1);
        self.0.read(&mut out[..length])
    }
}

/// What stands in a text that is an object, of lists or of other values.
fn read(text: &str, piece: usize) -> Result<Vec<String>, Fault> {
    let mut values = Values::new(Pieces(text.as_bytes(), piece));
    let all = RefCell::new(Vec::new());
    values.object(|values, key: String| {
        let add = |value: serde_json::Value| all.borrow_mut().push(format!("{key} {value}"));
        if key.starts_with("list") {
            let is_there = values.list(|values| values.value().map(add))?;
            all.borrow_mut().push(format!("{key} {is_there}"));
        } else {
            values.value().map(add)?;
        }
        Ok(())
    })?;
    values.end()?;
    Ok(all.into_inner())
}

#[test]
fn what_is_taken_is_the_same_in_pieces_of_any_length() {
    for (text, expected) in [
        ("{}", &[][..]),
        (" {\"a\" : 12345 , \"b\":true}\n", &["a 12345", "b true"]),
        (r#"{"a":{"b":[1,{}]},"c":"\u9054\"}"}"#, &["a {\"b\":[1,{}]}", "c \"達\\\"}\""]),
        (
            r#"{"list":[1 , 23,"]" ],"list2":null}"#,
            &["list 1", "list 23", "list \"]\"", "list true", "list2 false"],
        ),
        ("{\"list\":[],\"a\":-0.5e3}", &["list true", "a -500.0"]),
        ("{\"a\":null,\"a\":2}", &["a null", "a 2"]),
    ] {
        for piece in 1..=text.len() {
            assert_eq!(read(text, piece).unwrap(), expected, "{text} in pieces of {piece}");
        }
    }
}

#[test]
fn what_is_passed_over_may_end_a_piece_anywhere() {
    for number in ["-156", "-0.5", "1.25e3", "2E+7", "-3e-10", "0"] {
        for text in [
            format!("{{\"a\":{number}}}"),
            format!("{{\"a\":[{number},{{\"b\":{number}}}]}}"),
            format!("{{\"a\":true,\"c\":{{\"count\": {number}\n}}}}"),
        ] {
            for piece in 1..=text.len() {
                let mut values = Values::new(Pieces(text.as_bytes(), piece));
                let all = values
                    .object(|values, _: String| values.value::<serde::de::IgnoredAny>().map(drop))
                    .and_then(|()| values.end());
                assert!(all.is_ok(), "{text} in pieces of {piece}: {all:?}");
            }
        }
    }
}

#[test]
fn where_something_else_should_stand_is_told() {
    for (text, place) in [
        ("", (1, 1)),
        ("\n x", (2, 2)),
        ("{\n", (2, 1)),
        ("{\n \"a\" 1}", (2, 6)),
        ("{\"a\":1,\n  }", (2, 3)),
        ("{\"a\":1}\n\n }", (3, 2)),
        ("{\"list\":[1\n2]}", (2, 1)),
        ("{\"list\":[1,]}", (1, 12)),
        ("{\"a\":\n\n [tru]}", (3, 6)),
        ("{1:2}", (1, 2)),
    ] {
        for piece in 1..=text.len().max(1) {
            match read(text, piece) {
                Err(Fault::Syntax { line, column }) => {
                    assert_eq!((line, column), place, "{text:?} in pieces of {piece}");
                }
                other => panic!("{text:?}: {other:?}"),
            }
        }
    }
}

#[test]
fn json_that_says_something_else_is_no_fault_of_its_signs() {
    for text in
        ["[", "[1]", "\"a\"", "12", "null", "{\"list\":{}}", "{\"list\":1}", "{\"list\":\"\"}"]
    {
        assert!(matches!(read(text, 3), Err(Fault::Other)), "{text}");
    }
}

#[test]
fn one_value_is_held_to_a_bound_and_others_however_many_there_are() {
    let mebibyte = |text: &str| text.repeat((1 << 20) / text.len());
    let (texts, blanks) =
        (format!("\"{}\",", mebibyte("b")).repeat(17), mebibyte(" \n").repeat(17));
    for too_long in [
        format!("{{\"a\":\"{}", mebibyte("甲").repeat(17)),
        format!("{{\"a\":[{texts}"),
        format!("{{\"{}", mebibyte("a").repeat(17)),
    ] {
        assert!(matches!(read(&too_long, 8 << 20), Err(Fault::TooLong)));
    }
    let many = format!("{{\"list\":[{texts}{blanks}1]{blanks}}}");
    assert_eq!(read(&many, 8 << 20).unwrap().len(), 17 + 2);
}
