package org.byenatos.api.ai;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.byenatos.api.hinata.Enrichment;
import org.byenatos.api.hinata.HinataRecord;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The virtual CPU: runs tasks in a bounded queue by priority and deadline. Thread-safe. A stage ends with a
 * {@code ByenatosException}: {@link ModelNotLoadedException}, {@code InvalidInputException} (input or options),
 * {@code NotFoundException} (no such model), {@code LimitExceededException} (queue full) or {@code UnavailableException} (deadline passed, module stopped).
 */
@ProviderType
public interface AiProcessor {

    /** Runs a task. */
    CompletionStage<AiResult> compute(AiRequest request);

    /** Enriches records with {@link Priority#BATCH}; the result has one enrichment per record, in order. */
    CompletionStage<List<Enrichment>> enrich(List<HinataRecord> records);

    /** How local AI fares now, and since it started. */
    AiMetrics metrics();
}
