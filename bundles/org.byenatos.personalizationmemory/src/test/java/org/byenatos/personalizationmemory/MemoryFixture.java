package org.byenatos.personalizationmemory;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.byenatos.api.ai.TokenCounter;
import org.byenatos.api.hinata.StoredRecord;
import org.byenatos.api.hinata.Visibility;
import org.byenatos.api.psp.EnhancementRequest;
import org.byenatos.api.psp.PspComponent;
import org.byenatos.api.psp.PspFormat;
import org.byenatos.api.psp.PspRepository;
import org.byenatos.api.psp.PspRequest;
import org.byenatos.personalizationmemory.settings.MemoryConfig;
import org.byenatos.personalizationmemory.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The memory with a repository in memory and a real tokenizer. */
public final class MemoryFixture {

    public static final Instant NOW = Records.START.plusSeconds(86_400L * 60);
    public static final String ENCODING = TokenCounter.DEFAULT_ENCODING;

    private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

    public final InMemoryRepository repository;
    public final CountingTokenCounter counter = new CountingTokenCounter();
    public final PersonalMemory memory;

    public MemoryFixture() {
        this(new InMemoryRepository());
    }

    public MemoryFixture(InMemoryRepository repository) {
        this.repository = repository;
        this.memory = new PersonalMemory(Settings.of(defaults(), Set.of()), Clock.fixed(NOW, ZoneOffset.UTC));
        memory.bindPspRepository(repository);
        memory.bindTokenCounter(counter);
    }

    /** The configuration as it is without a configuration. */
    public static MemoryConfig defaults() {
        return (MemoryConfig) Proxy.newProxyInstance(
                MemoryConfig.class.getClassLoader(),
                new Class<?>[] {MemoryConfig.class},
                (proxy, method, args) ->
                        method.getDeclaringClass() == Annotation.class ? MemoryConfig.class : method.getDefaultValue());
    }

    public MemoryFixture learn(StoredRecord... records) {
        memory.learn(Records.USER, List.of(records));
        return this;
    }

    public static PspRequest request(@Nullable String question, int budget) {
        return new PspRequest(question, budget, ENCODING, PspFormat.MARKDOWN, Set.of());
    }

    public static EnhancementRequest enhancement(String question, int budget, int limit) {
        return new EnhancementRequest(question, budget, ENCODING, limit);
    }

    /** The texts of the statements that hold now, in the person's own view. */
    public List<String> known() {
        return memory
                .psp(Records.USER, Visibility.EVERYTHING, request(null, 100_000), List.of(), List.of())
                .components()
                .stream()
                .map(PspComponent::text)
                .toList();
    }

    /** What is stored, by identifier. */
    public Map<String, PspComponent> stored() {
        Map<String, PspComponent> stored = new TreeMap<>();
        repository.components(Records.USER).forEach(component -> stored.put(component.id(), component));
        return stored;
    }

    /** Components in a map; counts what is written. */
    public static final class InMemoryRepository implements PspRepository {

        private final Map<String, Map<String, PspComponent>> users = new ConcurrentHashMap<>();
        public int saves;

        @Override
        public List<PspComponent> components(String userId) {
            return List.copyOf(users.getOrDefault(userId, Map.of()).values());
        }

        @Override
        public void save(String userId, List<PspComponent> changed, List<String> deletedIds) {
            saves++;
            Map<String, PspComponent> components = users.computeIfAbsent(userId, user -> new ConcurrentHashMap<>());
            changed.forEach(component -> components.put(component.id(), component));
            components.keySet().removeAll(deletedIds);
        }

        public void erase(String userId) {
            users.remove(userId);
        }
    }

    /** Counts as OpenAI's models do, and how often it was asked. */
    public static final class CountingTokenCounter implements TokenCounter {

        public int calls;

        @Override
        public int count(String text, String encoding) {
            calls++;
            return ENCODINGS
                    .getEncoding(EncodingType.fromName(encoding).orElseThrow())
                    .countTokensOrdinary(text);
        }

        @Override
        public List<String> encodings() {
            return List.of("cl100k_base", "o200k_base");
        }
    }
}
