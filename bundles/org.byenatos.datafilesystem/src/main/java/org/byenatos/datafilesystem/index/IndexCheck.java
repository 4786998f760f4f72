package org.byenatos.datafilesystem.index;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.byenatos.datafilesystem.index.vector.VectorMemory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether all records can be found by their meaning; a warning where not, as words find all the same. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=Byenatos search index", "hc.tags=ready"})
public final class IndexCheck implements HealthCheck {

    private final IndexState index;

    /** @param index what is checked */
    @Activate
    public IndexCheck(@Reference IndexState index) {
        this.index = index;
    }

    @Override
    public Result execute() {
        try {
            return index.outOfVectorMemory()
                    ? new Result(Result.Status.WARN, VectorMemory.ADVICE)
                    : new Result(Result.Status.OK, "There is memory for vectors.");
        } catch (ModuleStoppedException stopped) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "The search index is being replaced.");
        }
    }
}
