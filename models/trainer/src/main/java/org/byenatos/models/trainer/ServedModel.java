package org.byenatos.models.trainer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.Map;

/** A model folder as it is served: its tokenizer and its ONNX file in ONNX Runtime. */
final class ServedModel implements AutoCloseable {
    private static final int LONGEST = 512;

    private final TextTokenizer tokenizer;
    private final OrtSession session;

    private ServedModel(TextTokenizer tokenizer, OrtSession session) {
        this.tokenizer = tokenizer;
        this.session = session;
    }

    static ServedModel open(ModelFolder folder) {
        TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer());
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return new ServedModel(
                    tokenizer,
                    OrtEnvironment.getEnvironment().createSession(folder.onnx().toString(), options));
        } catch (OrtException e) {
            tokenizer.close();
            throw new TrainerException(folder.onnx() + " can't be opened: " + e.getMessage(), e);
        }
    }

    float[] embed(String text) {
        long[] ids = tokenizer.ids(text);
        int length = Math.min(ids.length, LONGEST);
        long[] mask = new long[Math.max(1, length)]; // no tokens: one of padding
        Arrays.fill(mask, 0, length, 1);
        return run(new long[][] {Arrays.copyOf(ids, mask.length)}, new long[][] {mask})[0];
    }

    float[][] run(long[][] ids, long[][] mask) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor first = OnnxTensor.createTensor(environment, ids);
                OnnxTensor second = OnnxTensor.createTensor(environment, mask);
                OrtSession.Result result = session.run(Map.of("input_ids", first, "attention_mask", second))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new TrainerException("the model can't be run: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
