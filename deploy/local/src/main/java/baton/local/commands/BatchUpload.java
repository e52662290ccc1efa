package baton.local.commands;

import baton.local.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file as one streamed {@code POST /batches}: never in memory as a whole.
 *
 * @param key idempotency key, null for none
 */
record BatchUpload(int port, String token, String key) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The counts and problems that intake-service answers with. */
  JsonNode send(Path file, ProgressBar bar) throws IOException {
    var name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/batches?name=" + name))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> open(file, bar)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return taken(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (ConnectException e) {
      throw new Trouble(
          "Baton is not up: nothing answers on port " + port + "; start it with: baton up", e);
    } catch (IOException e) {
      throw new Trouble(
          "the connection broke ("
              + e.getMessage()
              + "); send the file again: what is in stays one"
              + " referral",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    } finally {
      bar.end();
    }
  }

  private static JsonNode taken(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() == 200 || answer.statusCode() == 201) {
      return JSON.readTree(answer.body());
    }
    throw new Trouble("refused with " + answer.statusCode() + ": " + detail(answer.body()));
  }

  private static String detail(byte[] body) {
    try {
      var problem = JSON.readTree(body);
      return problem.path("detail").asText(problem.path("title").asText("no reason given"));
    } catch (IOException notJson) {
      return "no reason given";
    }
  }

  private static InputStream open(Path file, ProgressBar bar) {
    try {
      return new BufferedInputStream(new Counted(Files.newInputStream(file), bar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the bar what was read. */
  private static final class Counted extends FilterInputStream {
    private final ProgressBar bar;

    Counted(InputStream in, ProgressBar bar) {
      super(in);
      this.bar = bar;
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      bar.add(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      var count = super.read(target, from, length);
      bar.add(Math.max(count, 0));
      return count;
    }
  }
}
