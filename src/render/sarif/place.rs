//! Where results stand: files as URIs, relative to the root of the repository.

use super::log::{ArtifactLocation, Location, LogicalLocation, PhysicalLocation, Region};
use crate::render::plain;
use crate::source::Place;

/// A place; of a whole file its first line, for code scanning wants one.
pub(super) fn place(place: &Place) -> Location {
    let column = place.line.as_ref().and_then(|line| line.column.as_deref());
    location(&place.file, place.line_number(), column)
}

/// A place, from its parts.
pub(super) fn location(file: &str, line: Option<u64>, column: Option<&str>) -> Location {
    let name = |column| LogicalLocation { name: plain::line(column) };
    Location {
        physical_location: PhysicalLocation {
            artifact_location: artifact(file),
            region: Region { start_line: line.unwrap_or(1).max(1) },
        },
        logical_locations: column.into_iter().map(name).collect(),
    }
}

/// The file of a path as it was given.
pub(super) fn artifact(path: &str) -> ArtifactLocation {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut relative = path.as_str();
    while let Some(rest) = relative.strip_prefix("./") {
        relative = rest;
    }
    let escaped = escape(relative);
    if relative.starts_with('/') {
        return ArtifactLocation { uri: format!("file://{escaped}"), uri_base_id: None };
    }
    ArtifactLocation { uri: escaped, uri_base_id: Some("%SRCROOT%") }
}

/// The bytes of a path, all but the plainest percent-encoded.
fn escape(path: &str) -> String {
    let mut escaped = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri_of_ascii_alone() {
        let uri = |path| artifact(path).uri;
        assert_eq!(uri("data/2023.csv"), "data/2023.csv");
        assert_eq!(uri("./data/岱山 1#.csv"), "data/%E5%B2%B1%E5%B1%B1%201%23.csv");
        assert_eq!(uri("a:b?%.csv"), "a%3Ab%3F%25.csv");
        assert_eq!(uri("/tmp/x.csv"), "file:///tmp/x.csv");
        assert!(artifact("/tmp/x.csv").uri_base_id.is_none());
    }
}
