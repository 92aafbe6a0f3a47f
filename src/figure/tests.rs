use super::figures;

#[test]
fn nothing_is_found_in_nothing() {
    assert!(figures("").is_empty());
}
