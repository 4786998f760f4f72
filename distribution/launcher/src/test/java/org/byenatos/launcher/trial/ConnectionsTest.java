package org.byenatos.launcher.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConnectionsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final Connections connections;

    ConnectionsTest() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        connections = new Connections(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void callsShareAConnection() throws IOException {
        serve(List.of(OK + "first", OK + "later"));
        assertThat(connections.send(post("é"))).isEqualTo(new Connections.Response(200, "first"));
        assertThat(connections.send(post("b"))).isEqualTo(new Connections.Response(200, "later"));
        assertThat(asked)
                .first()
                .asString()
                .startsWith("POST /p HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort() + "\r\n")
                .contains("Authorization: Bearer t\r\n")
                .endsWith("Content-Length: 2\r\n\r\né");
    }

    @Test
    void whatTheCoreClosedIsAskedAgainOnANewConnection() throws IOException {
        serve(List.of(OK + "first"), List.of(OK + "later"));
        assertThat(connections.send(post("a")).body()).isEqualTo("first");
        assertThat(connections.send(post("b")).body()).isEqualTo("later");
    }

    @Test
    void chunksAreJoined() throws IOException {
        serve(List.of(
                "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                OK + "after"));
        assertThat(connections.send(post("a"))).isEqualTo(new Connections.Response(201, "abcde"));
        assertThat(connections.send(post("a")).body()).isEqualTo("after");
    }

    @Test
    void anAnswerThatIsCutOffIsAFailure() {
        serve(List.of("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort"));
        assertThatThrownBy(() -> connections.send(post("a"))).isInstanceOf(IOException.class);
    }

    private static Connections.Request post(String body) {
        return new Connections.Request("POST", "/p", "t", "text/plain", body.getBytes(UTF_8));
    }

    /** Gives the answers of each connection in turn, and closes it after the last. */
    @SafeVarargs
    private void serve(List<String>... connectionsOf) {
        var unused = CompletableFuture.runAsync(() -> {
            for (List<String> answers : connectionsOf) {
                serveOne(answers);
            }
        });
    }

    private void serveOne(List<String> answers) {
        try (Socket socket = server.accept()) {
            for (String answer : answers) {
                asked.add(read(socket.getInputStream()));
                socket.getOutputStream().write(answer.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        int size = 0;
        while (true) {
            size += Math.max(0, in.read(buffer, size, buffer.length - size));
            String text = new String(buffer, 0, size, UTF_8);
            int end = text.indexOf("\r\n\r\n");
            if (end > 0) {
                int length = Integer.parseInt(text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
                if (text.substring(end + 4).getBytes(UTF_8).length == length) {
                    return text;
                }
            }
        }
    }
}
