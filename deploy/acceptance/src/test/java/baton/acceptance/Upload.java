package baton.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.local.client.ServiceName;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** A package on its way: it arrives as it is written, and stalls when nothing more is. */
final class Upload implements AutoCloseable {
  private static final int PIPE = 1024 * 1024;

  private final HttpClient client = HttpClient.newHttpClient();
  private final PipedOutputStream lines = new PipedOutputStream();
  private final CompletableFuture<HttpResponse<byte[]>> answer;

  /**
   * @param key the {@code Idempotency-Key}
   */
  Upload(Installation baton, String token, String key) {
    try {
      var body = new PipedInputStream(lines, PIPE);
      var address = URI.create("http://localhost:" + baton.home().port(ServiceName.INTAKE));
      var request =
          HttpRequest.newBuilder(address.resolve("/batches?name=" + key))
              .version(HttpClient.Version.HTTP_1_1)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/x-ndjson")
              .header("Idempotency-Key", key)
              .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
              .build();
      answer = client.sendAsync(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Collection<String> more) {
    try {
      for (String line : more) lines.write((line + "\n").getBytes(UTF_8));
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the package, and waits for what became of it. */
  HttpResponse<byte[]> end() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.join();
  }

  CompletableFuture<HttpResponse<byte[]>> answer() {
    return answer;
  }

  /** Breaks it off. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
