package org.byenatos.api;

import java.util.List;
import org.byenatos.api.ai.AiRequest;
import org.byenatos.api.ai.AiResult;
import org.byenatos.api.app.AppRegistration;
import org.byenatos.api.app.NewSession;
import org.byenatos.api.app.RegisteredApp;
import org.byenatos.api.app.SessionRequest;
import org.byenatos.api.common.Json;
import org.byenatos.api.hinata.Submission;
import org.byenatos.api.hinata.SubmitReceipt;
import org.byenatos.api.job.Job;
import org.byenatos.api.psp.Psp;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.api.search.SearchHit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The ten virtual calls. Each is checked at the door: who calls (the credential), whether they may (the scope named
 * here), how much (the app's share); and leaves a line in the audit log. The user is always the session's.
 *
 * <p>Thread-safe. All calls throw {@code UnauthenticatedException}, {@code PermissionDeniedException},
 * {@code LimitExceededException}, {@code InvalidInputException} with everything that is wrong, and
 * {@code UnavailableException} when a module stays away for more than three seconds.
 */
@ProviderType
public interface VirtualCore {

    /** {@code virtual_app_register}: with the owner's token, or without any from this machine, pending then. */
    RegisteredApp virtualAppRegister(Credential credential, AppRegistration registration);

    /** {@code virtual_session_create}: with an app's key. */
    NewSession virtualSessionCreate(Credential credential, SessionRequest request);

    /** {@code hinata_data_submit}: scope {@code hinata:write}. What the receipt counts is durable. */
    SubmitReceipt hinataDataSubmit(Credential credential, Submission submission);

    /** {@code psp_data_request}: scope {@code psp:read}, or {@code psp:basic} for one that says only what is general. */
    Psp pspDataRequest(Credential credential, PspRequest request);

    /** {@code personalization_query}: scope {@code hinata:read} or {@code hinata:read:own}. Best first. */
    List<SearchHit> personalizationQuery(Credential credential, PersonalizationQuery query);

    /** {@code virtual_context_update}: any session, on itself. Returns the whole context. */
    Json virtualContextUpdate(Credential credential, String sessionId, Json mergePatch);

    /** {@code local_ai_compute}: scope {@code ai:compute}. Waits for the result, at most until the request's deadline. */
    AiResult localAiCompute(Credential credential, AiRequest request);

    /** {@code pattern_recognition}: scope {@code memory:read}. @throws NotSupportedException in this version */
    Json patternRecognition(Credential credential, Json request);

    /** {@code preference_analysis}: scope {@code memory:read}. @throws NotSupportedException in this version */
    Json preferenceAnalysis(Credential credential, Json request);

    /** {@code learning_optimize}: scope {@code memory:write}. @throws NotSupportedException in this version */
    Job learningOptimize(Credential credential, Json request);
}
