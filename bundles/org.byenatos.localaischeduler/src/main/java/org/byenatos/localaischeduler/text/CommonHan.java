package org.byenatos.localaischeduler.text;

import java.util.BitSet;

/**
 * The five hundred or so most frequent characters of modern Chinese, which make up about three quarters of what is
 * written (after the character frequency list of Jun Da, "Modern Chinese Character Frequency List", 2004). Immutable.
 */
public final class CommonHan {

    private static final String CHARACTERS = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
            + "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又"
            + "关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教"
            + "儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德"
            + "资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万"
            + "取拉格望觉术领共确传师观清今切院让识候带导争运笑飞风步改收根干造言联持组每济车亲极林服快办议往元英士证近失转夫令准布始怎呢存未远叫台"
            + "单影具罗字爱击流备兵连调深商算质团集百需价花党华城石级整府离况亚请技际约示复病息究线似官火断精满支视消越器容照须九增研写称企八功吗包"
            + "片史委乎查轻易早曾除农找装广显吧阿李标谈吃图念六引历首医局突专费号尽另周较注语仅考落青随选列武红响虽推势参希古众构房半节土投某案黑维"
            + "革划敌致陈律足态护七兴派孩验责营星够章音跟志底站严巴例防族供效续施留讲型料终答紧黄绝奇察母京段依批群项故按河米围江织害斗双境客纪采举";

    private final BitSet characters = new BitSet(0xA000);

    /** Makes the set. */
    public CommonHan() {
        CHARACTERS.chars().forEach(characters::set);
    }

    /** The share of Chinese characters in a text that are not among the common ones; 0 if there are none at all. */
    public double rareShare(String text) {
        int all = 0;
        int rare = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isHan(text.charAt(i))) {
                all++;
                rare += characters.get(text.charAt(i)) ? 0 : 1;
            }
        }
        return all == 0 ? 0 : (double) rare / all;
    }
}
