package org.byenatos.launcher.demo;

/** What ends the demo early; the message is for the person who watches it. */
final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
