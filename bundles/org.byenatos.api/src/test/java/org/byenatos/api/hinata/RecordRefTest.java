package org.byenatos.api.hinata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordRefTest {

    @Test
    void namesAreTheSameIfAppAndIdAre() {
        RecordRef ref = new RecordRef("app", "id");

        assertThat(ref).isEqualTo(new RecordRef("app", "id")).hasSameHashCodeAs(new RecordRef("app", "id"));
        assertThat(ref).isNotEqualTo(new RecordRef("id", "app")).isNotEqualTo(new RecordRef("app", "other"));
        assertThat(ref).isNotEqualTo(new RecordRef("other", "id")).isNotEqualTo(null);
    }
}
