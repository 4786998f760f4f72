package org.byenatos.gateway.rest.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Map;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.common.Json;
import org.byenatos.api.error.Violation;
import org.byenatos.api.hinata.HinataRecord;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.api.psp.Enhancement;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.search.SearchHit;
import org.jspecify.annotations.Nullable;

/** The shapes of answers that hold records. */
public final class RecordViews {

    private RecordViews() {}

    /** A refused record. */
    public record RejectedView(
            int index,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String id,

            List<Violation> errors) {}

    /** What became of a submission. */
    public record ReceiptView(String jobId, int accepted, int unchanged, int revised, List<RejectedView> rejected) {

        public static ReceiptView of(SubmitReceipt receipt) {
            List<RejectedView> rejected = receipt.rejected().stream()
                    .map(refused -> new RejectedView(refused.index(), refused.id(), refused.errors()))
                    .toList();
            return new ReceiptView(
                    receipt.jobId(), receipt.accepted(), receipt.unchanged(), receipt.revised(), rejected);
        }
    }

    /** A stored record. */
    public record RecordView(
            String id,
            String timestamp,
            String source,
            String highlight,
            String note,
            String address,
            List<String> tag,
            String access,
            @Nullable String author,
            String thread,
            @JsonRawValue @Nullable String rawData,
            @JsonRawValue @Nullable String metadata,
            String appId,
            int revision,
            String storedAt,
            @Nullable EnrichmentView enrichment) {

        public static RecordView of(StoredRecord stored) {
            HinataRecord record = stored.record();
            return new RecordView(
                    record.id(),
                    record.timestamp().toString(),
                    record.source(),
                    record.highlight(),
                    record.note(),
                    record.address(),
                    record.tag(),
                    record.access().word(),
                    record.author(),
                    record.threadOrDefault(),
                    text(record.rawData()),
                    text(record.metadata()),
                    stored.appId(),
                    stored.revision(),
                    stored.storedAt().toString(),
                    EnrichmentView.of(stored.enrichment()));
        }
    }

    /** A record that answers a question. */
    public record HitView(
            String id,
            double score,
            String highlight,
            String note,
            String address,
            List<String> tag,
            @Nullable String author,
            String thread,
            String timestamp,
            String source,
            String appId,
            @Nullable Map<String, Double> explain) {

        public static HitView of(SearchHit hit) {
            HinataRecord record = hit.record().record();
            return new HitView(
                    record.id(),
                    hit.score(),
                    record.highlight(),
                    record.note(),
                    record.address(),
                    record.tag(),
                    record.author(),
                    record.threadOrDefault(),
                    record.timestamp().toString(),
                    record.source(),
                    hit.record().appId(),
                    hit.explain().isEmpty() ? null : hit.explain());
        }
    }

    /** The answer to a question. */
    public record QueryView(List<HitView> results, double tookMs) {}

    /** A statement of a PSP. */
    public record ComponentView(
            String id,
            String layer,
            String type,
            String text,
            double confidence,
            double weight,
            List<String> evidence) {

        static ComponentView of(PspComponent component) {
            List<String> evidence =
                    component.evidence().stream().map(part -> part.ref().id()).toList();
            return new ComponentView(
                    component.id(),
                    component.layer().word(),
                    component.type().word(),
                    component.text(),
                    component.confidence(),
                    component.weight(),
                    evidence);
        }
    }

    /** A PSP. */
    public record PspView(
            String invocationId, String text, int tokens, List<ComponentView> components, String generatedAt) {

        public static PspView of(Psp psp) {
            return new PspView(
                    psp.invocationId(),
                    psp.text(),
                    psp.tokens(),
                    psp.components().stream().map(ComponentView::of).toList(),
                    psp.generatedAt().toString());
        }
    }

    /** PSP and knowledge. */
    public record EnhancementView(String invocationId, String personalizedPrompt, List<HitView> knowledge, int tokens) {

        public static EnhancementView of(Enhancement enhancement) {
            return new EnhancementView(
                    enhancement.invocationId(),
                    enhancement.personalizedPrompt(),
                    enhancement.knowledge().stream().map(HitView::of).toList(),
                    enhancement.tokens());
        }
    }

    /** The result of a computation. */
    public record ComputeView(@JsonRawValue String output, String model, double queueMs, double computeMs) {

        public static ComputeView of(AiResult result) {
            return new ComputeView(
                    result.output().text(), result.model(), result.queueMillis(), result.computeMillis());
        }
    }

    private static @Nullable String text(@Nullable Json json) {
        return json == null ? null : json.text();
    }
}
