//! The READMEs show what the program prints: every `console` block is run.

#[test]
fn readmes_show_real_output() {
    // Where these tests run in GitHub Actions, the summary is not theirs.
    let readmes = trycmd::TestCases::new();
    readmes.env("GITHUB_STEP_SUMMARY", "").case("README.md").case("README.zh-CN.md");
}

#[test]
fn readmes_begin_with_the_two_commands() {
    for readme in ["README.md", "README.zh-CN.md"] {
        let path = format!("{}/{readme}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let (_, block) = text.split_once("```sh\n").unwrap();
        let (commands, _) = block.split_once("```").unwrap();
        assert_eq!(commands, "cargo run --release -- check data/2023.csv\ncargo test\n");
    }
}
