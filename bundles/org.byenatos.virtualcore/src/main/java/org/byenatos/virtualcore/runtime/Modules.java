package org.byenatos.virtualcore.runtime;

import org.byenatos.api.ai.AiProcessor;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.ai.model.Embedder;
import org.byenatos.api.ai.model.ModelScheduler;
import org.byenatos.api.app.AppRegistry;
import org.byenatos.api.app.AppScheduler;
import org.byenatos.api.app.Authenticator;
import org.byenatos.api.app.SessionManager;
import org.byenatos.api.app.UserDirectory;
import org.byenatos.api.hinata.HinataStorage;
import org.byenatos.api.hinata.RecordBin;
import org.byenatos.api.ipc.PersonalizationIpc;
import org.byenatos.api.job.JobRepository;
import org.byenatos.api.psp.MemoryManager;
import org.byenatos.api.psp.PspHistory;
import org.byenatos.api.runtime.ServiceSlot;
import org.byenatos.api.search.DataIndex;
import org.byenatos.api.upkeep.DataUpkeep;
import org.byenatos.api.upkeep.UserArchive;

/**
 * The services of the other modules, each of which may be replaced at any time.
 *
 * @param authenticator who a token stands for
 * @param apps the apps
 * @param appScheduler the apps' shares
 * @param users users and grants
 * @param sessions sessions and their context
 * @param ipc messages and events
 * @param storage the records
 * @param jobs the durable state of jobs
 * @param index finds records
 * @param memory learns, and hands out PSPs
 * @param ai local AI
 * @param tokens counts tokens
 * @param models the models of local AI
 * @param embedder makes vectors
 * @param pspHistory how PSPs came to be what they are
 * @param bin where deleted records go that can come back
 * @param archive all that is kept of a user
 * @param dataUpkeep long work on all that is kept
 */
public record Modules(
        ServiceSlot<Authenticator> authenticator,
        ServiceSlot<AppRegistry> apps,
        ServiceSlot<AppScheduler> appScheduler,
        ServiceSlot<UserDirectory> users,
        ServiceSlot<SessionManager> sessions,
        ServiceSlot<PersonalizationIpc> ipc,
        ServiceSlot<HinataStorage> storage,
        ServiceSlot<JobRepository> jobs,
        ServiceSlot<DataIndex> index,
        ServiceSlot<MemoryManager> memory,
        ServiceSlot<AiProcessor> ai,
        ServiceSlot<TokenCounter> tokens,
        ServiceSlot<ModelScheduler> models,
        ServiceSlot<Embedder> embedder,
        ServiceSlot<PspHistory> pspHistory,
        ServiceSlot<RecordBin> bin,
        ServiceSlot<UserArchive> archive,
        ServiceSlot<DataUpkeep> dataUpkeep) {

    /** Empty slots with the usual patience. */
    public static Modules empty() {
        return new Modules(
                ServiceSlot.of("AppLifecycle"),
                ServiceSlot.of("AppLifecycle"),
                ServiceSlot.of("AppLifecycle"),
                ServiceSlot.of("AppLifecycle"),
                ServiceSlot.of("AppLifecycle"),
                ServiceSlot.of("AppLifecycle"),
                ServiceSlot.of("DataFileSystem"),
                ServiceSlot.of("DataFileSystem"),
                ServiceSlot.of("DataFileSystem"),
                ServiceSlot.of("PersonalizationMemory"),
                ServiceSlot.of("LocalAIScheduler"),
                ServiceSlot.of("LocalAIScheduler"),
                ServiceSlot.of("LocalAIScheduler"),
                ServiceSlot.of("LocalAIScheduler"),
                ServiceSlot.of("DataFileSystem"),
                ServiceSlot.of("DataFileSystem"),
                ServiceSlot.of("DataFileSystem"),
                ServiceSlot.of("DataFileSystem"));
    }
}
