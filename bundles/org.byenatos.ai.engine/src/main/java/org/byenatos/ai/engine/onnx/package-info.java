/** What an ONNX file says of itself, read before the native runtime sees it. */
@NullMarked
package org.byenatos.ai.engine.onnx;

import org.jspecify.annotations.NullMarked;
