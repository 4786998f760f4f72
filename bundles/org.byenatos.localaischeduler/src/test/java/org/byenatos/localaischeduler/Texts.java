package org.byenatos.localaischeduler;

/** Texts of some length to try methods on. */
public final class Texts {

    /** On beavers, fourteen sentences. */
    public static final String BEAVERS = """
            Beavers have come back to the upper Mulde after more than a century. The first beaver dam was found near Grimma \
            in 2009, and by last summer the survey counted thirty-one dams along forty kilometres of river. A beaver dam slows \
            the water, and slow water drops its sediment. Downstream of a dam the river gauge therefore reads lower peaks \
            after heavy rain, and the peaks arrive later. Farmers were not pleased at first, because two maize fields stood \
            under water for weeks. The district now pays for flooded maize. Dr. Annika Wolle, who leads the survey, says \
            that the money is well spent: 3.5 kilometres of beaver dams store as much water as a small reservoir, at a \
            tenth of the cost. She keeps a thermos of coffee in her boat. What worries her more is drought. In dry summers \
            the ponds behind the dams are the only places where fish and amphibians survive. The survey therefore wants to \
            protect old dams during drought, even where they flood fields. A vote in the district council is planned for \
            November. Until then nobody may remove a beaver dam without asking the survey first. Children have given names \
            to the oldest animals.
            """;

    /** On noise in sleep, ten sentences. */
    public static final String SLEEP = "睡眠质量与噪声的关系比人们想象的更密切。研究人员在三个城市的老旧小区里安装了噪声传感器，连续记录了一年。"
            + "结果显示，夜间噪声每升高十分贝，居民的深度睡眠就减少二十一分钟。交通噪声的影响最大，因为货车多在凌晨进城。"
            + "隔音窗可以减少一半的交通噪声，但是隔音窗价格昂贵，很多家庭负担不起。研究人员建议先在医院和学校附近限制货车。"
            + "有位老人说，他已经习惯了。不过传感器的数据表明，习惯噪声的人深度睡眠同样减少，只是自己感觉不到。"
            + "市政府准备明年在两条主干道试行夜间限速。如果深度睡眠的数据改善，限速会推广到全市。";

    private Texts() {}
}
