package org.byenatos.security.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Examines an audit log: every line must carry the number and the hash that follow from the line before, and the last must
 * be the one that was remembered. For one examination by one thread.
 */
public final class AuditVerifier {

    private static final int MOST_FINDINGS = 100;

    private final LineCodec codec = new LineCodec();
    private final List<String> findings = new ArrayList<>();
    private final ChainPoint head;
    private ChainPoint last = ChainPoint.START;
    private long lines;

    private AuditVerifier(ChainPoint head) {
        this.head = head;
    }

    /** Examines the log of a folder; lines that are being appended meanwhile may or may not be seen. */
    public static AuditReport verify(AuditFolder folder) throws IOException {
        AuditVerifier verifier = new AuditVerifier(AuditHead.read(folder.head()).orElse(ChainPoint.START));
        for (Path file : folder.all()) {
            verifier.examine(file);
        }
        return verifier.report();
    }

    private AuditReport report() {
        if (last.sequence() < head.sequence()) {
            find("Lines " + (last.sequence() + 1) + " to " + head.sequence() + " are missing at the end.");
        }
        return new AuditReport(lines, findings);
    }

    private void examine(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    examine(line.toByteArray());
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            if (line.size() > 0) {
                find("After line " + last.sequence() + " stands half a line.");
            }
        }
    }

    private void examine(byte[] line) {
        lines++;
        Optional<LineCodec.Link> link = codec.link(line);
        if (link.isEmpty()) {
            find("What stands after line " + last.sequence() + " is no line of an audit log.");
            return;
        }
        check(link.get());
        last = ChainPoint.at(link.get().sequence(), line);
        if (last.sequence() == head.sequence() && !last.equals(head)) {
            find("Line " + last.sequence() + " was changed.");
        }
    }

    private void check(LineCodec.Link link) {
        long expected = last.sequence() + 1;
        if (link.sequence() > expected) {
            find("Lines " + expected + " to " + (link.sequence() - 1) + " are missing.");
        } else if (link.sequence() < expected) {
            find("Line " + link.sequence() + " stands after line " + last.sequence() + ".");
        } else if (!link.previous().equals(last.hash())) {
            find("Line " + last.sequence() + " was changed, or the link of line " + expected + " to it.");
        }
    }

    private void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
