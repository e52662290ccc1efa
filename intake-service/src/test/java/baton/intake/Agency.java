package baton.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import baton.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** An upstream agency that talks to intake. All that it sends is evidently synthetic. */
public record Agency(String code) {

  public static final Agency TORONTO = new Agency("toronto-police");
  public static final Agency OSLO = new Agency("oslo-police");

  public RequestSpecification request() {
    return given().auth().oauth2(Tokens.of("agency", code));
  }

  public ValidatableResponse sends(String referral) {
    return request().contentType(ContentType.JSON).body(referral).post("/referrals").then();
  }

  public ValidatableResponse sendsBatch(String ndjson) {
    return sendsBatch(ndjson, UUID.randomUUID().toString());
  }

  public ValidatableResponse sendsBatch(String ndjson, String key) {
    return request()
        .contentType("application/x-ndjson")
        .header("Idempotency-Key", key)
        .queryParam("name", "SYNTHETIC")
        .body(ndjson.getBytes(UTF_8))
        .post("/batches")
        .then();
  }

  public ValidatableResponse asks(String path) {
    return request().get(path).then();
  }

  /** A reference that no other test uses. */
  public static String newReference() {
    return "SYNTHETIC-" + UUID.randomUUID();
  }

  public static String referral(String reference, String moreFields) {
    return "{\"reference\":\"%s\",\"type\":\"ENTICEMENT\"%s}".formatted(reference, moreFields);
  }
}
