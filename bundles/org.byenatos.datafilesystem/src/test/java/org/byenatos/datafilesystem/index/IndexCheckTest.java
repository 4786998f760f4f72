package org.byenatos.datafilesystem.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.felix.hc.api.Result;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.junit.jupiter.api.Test;

class IndexCheckTest {

    @Test
    void missingMemoryIsAWarningAndNoFault() {
        assertThat(new IndexCheck(() -> false).execute().getStatus()).isEqualTo(Result.Status.OK);
        Result full = new IndexCheck(() -> true).execute();
        assertThat(full.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(full.toString()).contains("MaxDirectMemorySize");
    }

    @Test
    void anIndexThatIsReplacedIsUnavailableForAMoment() {
        IndexCheck check = new IndexCheck(() -> {
            throw new ModuleStoppedException("DataFileSystem");
        });
        assertThat(check.execute().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    }
}
