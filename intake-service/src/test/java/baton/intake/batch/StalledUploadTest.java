package baton.intake.batch;

import static baton.intake.Agency.TORONTO;
import static baton.intake.Agency.newReference;
import static baton.intake.Agency.referral;
import static baton.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonTestResource;
import baton.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class StalledUploadTest {

  @TestHTTPResource("/batches")
  URI batches;

  @Inject AgroalDataSource database;

  @Test
  void an_upload_that_stalls_holds_no_transaction_open_and_one_that_breaks_off_loses_nothing()
      throws Exception {
    String reference = newReference();
    String key = newReference();
    int ended = endedByPostgres();
    try (var upload = new Socket(batches.getHost(), batches.getPort())) {
      OutputStream out = upload.getOutputStream();
      out.write(head(key));
      chunk(out, lines(reference, 0, 500));
      chunk(out, lines(reference, 500, 100));
      await().untilAsserted(() -> assertThat(stored(reference)).isEqualTo(500));
      String stalled = text("select now()");
      await("none stays open that was when it stalled")
          .untilAsserted(() -> assertThat(openSince(stalled)).isZero());
      assertThat(endedByPostgres()).as("transactions that had to be ended").isEqualTo(ended);
      TORONTO.sends(referral(newReference(), "")).statusCode(201);
    }
    await().untilAsserted(() -> assertThat(stored(reference)).isEqualTo(600));
    TORONTO
        .sendsBatch(lines(reference, 0, 700), key)
        .statusCode(201)
        .body("created", equalTo(100))
        .body("repeated", equalTo(600));
  }

  private byte[] head(String key) {
    return """
    POST /batches HTTP/1.1\r
    Host: %s:%d\r
    Authorization: Bearer %s\r
    Idempotency-Key: %s\r
    Content-Type: application/x-ndjson\r
    Transfer-Encoding: chunked\r
    \r
    """
        .formatted(batches.getHost(), batches.getPort(), Tokens.of("agency", TORONTO.code()), key)
        .getBytes(UTF_8);
  }

  private static void chunk(OutputStream out, String lines) throws IOException {
    byte[] content = lines.getBytes(UTF_8);
    out.write((Integer.toHexString(content.length) + "\r\n").getBytes(UTF_8));
    out.write(content);
    out.write("\r\n".getBytes(UTF_8));
    out.flush();
  }

  private static String lines(String reference, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> referral(reference + "-" + i, "") + "\n")
        .reduce("", String::concat);
  }

  private int stored(String reference) throws SQLException {
    return count(
        "select count(*) from referral_registry where reference like '" + reference + "-%'");
  }

  /** This test's own session asks outside of any. */
  private int openSince(String moment) throws SQLException {
    return count(
        """
        select count(*) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()
           and state like 'idle in transaction%%' and xact_start < '%s'\
        """
            .formatted(moment));
  }

  /** PostgreSQL ends a transaction left open after 10 s, and would hide what this looks for. */
  private int endedByPostgres() throws SQLException {
    return count("select sessions_fatal from pg_stat_database where datname = current_database()");
  }

  private int count(String sql) throws SQLException {
    return Integer.parseInt(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
