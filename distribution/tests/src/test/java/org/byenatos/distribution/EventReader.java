package org.byenatos.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads an event stream as a browser does: by Server-Sent Events over one connection, with an own thread. */
public final class EventReader implements AutoCloseable {

    private final Socket socket;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final BufferedReader in;
    private final int status;
    private volatile String lastId;

    private EventReader(Socket socket, BufferedReader in) throws IOException {
        this.socket = socket;
        this.in = in;
        this.status = Integer.parseInt(in.readLine().split(" ")[1]);
        this.thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
    }

    /**
     * What a stream tells.
     *
     * @param topic the event's name, {@code (end)} when the stream has ended in good order, {@code (broken)} when it broke
     * @param id the event's identifier
     * @param data its data
     */
    public record Told(String topic, String id, JsonNode data) {}

    /** Opens a stream and reads it. */
    public static EventReader open(Client client, String lastEventId) {
        EventReader reader = connect(client, lastEventId, 0);
        if (reader.status != 200) {
            throw new AssertionError("expected 200, was " + reader.status);
        }
        reader.start();
        return reader;
    }

    /** Opens a stream of which nothing is read until {@link #start}. */
    public static EventReader connect(Client client, String lastEventId, int receiveBuffer) {
        try {
            Socket socket = new Socket();
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.connect(
                    new InetSocketAddress(client.base().getHost(), client.base().getPort()));
            String request = "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
                    + client.base().getPort()
                    + "\r\nAccept: text/event-stream\r\n"
                    + (client.token() == null ? "" : "Authorization: Bearer " + client.token() + "\r\n")
                    + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
                    + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new EventReader(
                    socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Begins to read. */
    public EventReader start() {
        try {
            socket.setReceiveBufferSize(1 << 20);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        thread.start();
        return this;
    }

    /** The answer's status. */
    public int status() {
        return status;
    }

    /** Where a reader that comes back begins. */
    String lastId() {
        return lastId;
    }

    /** The next thing told, {@code null} if nothing is for a time. */
    public Told next(long millis) {
        try {
            return told.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The next event of a topic; what comes before it is passed over. */
    Told await(String topic) {
        List<String> others = new ArrayList<>();
        long end = System.nanoTime() + Await.PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Told next = next(100);
            if (next != null && next.topic().equals(topic)) {
                return next;
            }
            if (next != null) {
                others.add(next.topic());
            }
        }
        throw new AssertionError("was not told of " + topic + " but of " + others);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        try {
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            told.add(new Told(readChunks() ? "(end)" : "(broken)", null, null));
        } catch (IOException | RuntimeException broken) {
            told.add(new Told("(broken) " + broken, null, null));
        }
    }

    /** Reads chunk by chunk; true if the last one came, which says that the answer is whole. */
    private boolean readChunks() throws IOException {
        StringBuilder unread = new StringBuilder();
        while (true) {
            String size = in.readLine();
            if (size == null) {
                return false;
            }
            if (size.equals("0")) {
                return true;
            }
            int left = Integer.parseInt(size, 16);
            while (left > 0) {
                int one = in.read();
                unread.append((char) one);
                left -= one < 0x80 ? 1 : one < 0x800 ? 2 : 3;
            }
            // The end of the chunk's line may come with the next chunk only.
            take(unread);
            in.readLine();
        }
    }

    private void take(StringBuilder unread) throws IOException {
        int end = unread.indexOf("\n\n");
        while (end >= 0) {
            block(unread.substring(0, end));
            unread.delete(0, end + 2);
            end = unread.indexOf("\n\n");
        }
    }

    private void block(String block) throws IOException {
        String topic = null;
        String data = null;
        for (String line : block.split("\n")) {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                topic = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            }
        }
        if (data != null) {
            told.add(new Told(topic, lastId, Client.JSON.readTree(data)));
        }
    }
}
