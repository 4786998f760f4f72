/** Opens ONNX models and runs texts through them, by the Deep Java Library, ONNX Runtime and Hugging Face's tokenizers. */
@NullMarked
package org.byenatos.ai.engine;

import org.jspecify.annotations.NullMarked;
