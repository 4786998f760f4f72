package org.byenatos.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.byenatos.api.common.Page;
import org.byenatos.api.common.PageRequest;
import org.byenatos.api.security.AuditEntry;
import org.byenatos.api.security.AuditFilter;
import org.byenatos.api.security.AuditLog;
import org.byenatos.api.security.AuditRecord;
import org.byenatos.api.security.AuditReport;
import org.byenatos.api.security.AuditTrail;
import org.byenatos.security.audit.AuditWriter;
import org.byenatos.security.file.PrivateFiles;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Provides the audit log. */
@Component(
        service = {AuditLog.class, AuditTrail.class},
        immediate = true,
        configurationPid = SecuritySettings.PID)
@Designate(ocd = SecurityConfiguration.class)
public final class AuditLogComponent implements AuditLog, AuditTrail {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AuditWriter writer;

    /**
     * @param context knows the home folder
     * @param configuration the values
     * @param keys the names that are set, to find misspelt ones
     */
    @Activate
    public AuditLogComponent(BundleContext context, SecurityConfiguration configuration, Map<String, Object> keys) {
        this(Home.of(context), SecuritySettings.of(configuration, keys.keySet()));
    }

    AuditLogComponent(Home home, SecuritySettings settings) {
        AuditWriter.Limits limits = new AuditWriter.Limits(
                settings.auditQueueLines(),
                settings.auditGather(),
                PATIENCE,
                settings.auditFileBytes(),
                settings.auditRetentionDays());
        this.writer = new AuditWriter(home.audit(), new PrivateFiles(), limits, Clock.systemUTC());
    }

    @Activate
    void start() {
        writer.start();
    }

    @Deactivate
    void stop() {
        writer.close();
    }

    @Override
    public void append(AuditEntry entry) {
        writer.append(entry);
    }

    @Override
    public Page<AuditRecord> find(AuditFilter filter, PageRequest page) {
        return writer.find(filter, page);
    }

    @Override
    public AuditReport verify() {
        return writer.verify();
    }
}
