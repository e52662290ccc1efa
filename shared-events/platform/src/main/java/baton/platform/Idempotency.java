package baton.platform;

import baton.journal.store.Transactions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * {@code Idempotency-Key}: the same key with the same body gets the first answer, with another body
 * a 422. A key belongs to one organisation and one path. What was refused leaves no trace and may
 * be tried again under the same key.
 */
@ApplicationScoped
public class Idempotency {

  public static final String HEADER = "Idempotency-Key";

  public static final int KEY_MAX = 200;
  private static final String CLAIM =
      """
      insert into idempotency_key (organisation, path, key, body_hash) values (?, ?, ?, ?)
      on conflict do nothing\
      """;
  private static final String FIRST_ANSWER =
      """
      select body_hash, status, location, answer from idempotency_key
       where organisation = ? and path = ? and key = ?\
      """;
  private static final String KEEP =
      """
      update idempotency_key set status = ?, location = ?, answer = ?
       where organisation = ? and path = ? and key = ?\
      """;

  private final Transactions transactions;
  private final Attempts attempts;
  private final ObjectMapper json;
  private final Caller caller;
  private final UriInfo uri;

  public Idempotency(
      Transactions transactions, Attempts attempts, ObjectMapper json, Caller caller, UriInfo uri) {
    this.transactions = transactions;
    this.attempts = attempts;
    this.json = json;
    this.caller = caller;
    this.uri = uri;
  }

  /**
   * @param key the header's value, or null: then the work is simply done
   * @param bodyHash tells one body from another, see {@link #hash}
   * @param work done in the transaction that keeps its answer; what it sends joins that
   */
  public Response once(String key, String bodyHash, Callable<Response> work) {
    if (key == null) return attempts.inTransaction(work);
    Problems.requireText(HEADER, key, KEY_MAX);
    return attempts.inTransaction(
        () -> claim(key, bodyHash) ? first(key, work) : again(key, bodyHash));
  }

  /**
   * As {@link #once(String, String, Callable)}, for what creates nothing that has an address of its
   * own: an action that is sent again after a broken connection is one action.
   *
   * @param body as it came, or null
   */
  public Executed once(String key, Object body, Callable<Executed> work) {
    if (key == null) return attempts.inTransaction(work);
    var answer = once(key, hash(bytes(body)), () -> Response.ok(work.call()).build());
    return answer.getEntity() instanceof Executed first
        ? first
        : Executed.repeated(tree((String) answer.getEntity()));
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a body that came as JSON is none", e);
    }
  }

  private JsonNode tree(String answer) {
    try {
      return json.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that was kept is no JSON", e);
    }
  }

  /** SHA-256, hex. */
  public static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private boolean claim(String key, String bodyHash) throws SQLException {
    try (var insert = transactions.connection().prepareStatement(CLAIM)) {
      bindKey(insert, 1, key);
      insert.setString(4, bodyHash);
      return insert.executeUpdate() == 1;
    }
  }

  private Response first(String key, Callable<Response> work) throws Exception {
    Response answer = work.call();
    try (var update = transactions.connection().prepareStatement(KEEP)) {
      update.setInt(1, answer.getStatus());
      update.setString(2, Objects.toString(answer.getLocation(), null));
      update.setString(3, text(answer.getEntity()));
      bindKey(update, 4, key);
      update.executeUpdate();
    }
    return answer;
  }

  private Response again(String key, String bodyHash) throws SQLException {
    try (var select = transactions.connection().prepareStatement(FIRST_ANSWER)) {
      bindKey(select, 1, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (!row.getString("body_hash").equals(bodyHash)) throw otherBody();
        var answer =
            Response.status(row.getInt("status"))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(row.getString("answer"));
        if (row.getString("location") != null)
          answer.header(HttpHeaders.LOCATION, row.getString("location"));
        return answer.build();
      }
    }
  }

  private void bindKey(PreparedStatement statement, int at, String key) throws SQLException {
    statement.setString(at, caller.organisation().value());
    statement.setString(at + 1, caller.way() == null ? uri.getPath() : caller.way());
    statement.setString(at + 2, key);
  }

  private String text(Object entity) throws JsonProcessingException {
    return entity == null ? null : json.writeValueAsString(entity);
  }

  private static RuntimeException otherBody() {
    return Problems.of(
        422,
        "idempotency-key-reused",
        "The request cannot be taken as it is",
        "this "
            + HEADER
            + " came before with another body; a new request needs a new key, a repeat the same"
            + " body");
  }
}
