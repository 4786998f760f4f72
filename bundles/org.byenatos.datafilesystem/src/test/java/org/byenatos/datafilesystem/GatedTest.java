package org.byenatos.datafilesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.byenatos.api.runtime.CallGate;
import org.byenatos.api.runtime.ModuleStoppedException;
import org.junit.jupiter.api.Test;

class GatedTest {
    private final CallGate gate = new CallGate("Test", Duration.ofSeconds(1));

    @Test
    void callsPassWhileTheGateIsOpen() {
        Supplier<?> service = Gated.of(Supplier.class, () -> "result", gate);

        assertThat(service.get()).isEqualTo("result");
        gate.close();
        assertThatThrownBy(service::get).isInstanceOf(ModuleStoppedException.class);
    }

    @Test
    void failuresComeOutAsTheyAre() {
        Supplier<?> service = Gated.of(
                Supplier.class,
                () -> {
                    throw new NoSuchElementException("gone");
                },
                gate);

        assertThatThrownBy(service::get)
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("gone");
    }

    @Test
    void aClosedServiceIsStillAnObject() {
        Supplier<?> service = Gated.of(Supplier.class, () -> "result", gate);
        Supplier<?> other = Gated.of(Supplier.class, () -> "result", gate);
        gate.close();

        assertThat(List.of(other, service).indexOf(service)).isEqualTo(1);
        assertThat(new HashSet<>(List.of(other, service))).hasSize(2);
        assertThat(service.toString()).isNotEmpty();
    }
}
