use proptest::prelude::*;

use super::Stamp;

proptest! {
    /// What spares reading most texts never changes what is read: the stamp is the first that is whole.
    #[test]
    fn the_first_whole_stamp_is_found(
        text in "[总累计第期数号辑刊周至和及公元中华民國年度月日天星此件本每共印份册制发刷送了编合出版0-9３〇十廿百Oo（）()【〔〗、，,.·：:/～~★☆*|　 简报的-]{0,24}",
        stamp in "(2022年)?(第[0-9]{1,2}(-[0-9])?[期號])?(（总第[0-9]{1,3}期）)?(二〇二二年[一二]月[三四]日|民国[1-9]{2}年第)?(共?印 ?[0-9]{2}份|印发)?",
    ) {
        let text = text + &stamp;
        let starts = text.char_indices().map(|(at, _)| at);
        let first = starts.take(80).find_map(|at| Some((at, Stamp::whole(text.get(at..)?)?)));
        let found = Stamp::at_end(&text);
        // A date that ends a range is none.
        prop_assert!(found == first || found.is_none() && first.is_some_and(|(_, stamp)| stamp.date.is_some()));
    }
}
