package baton.allocation.feed;

import static baton.testing.Patience.await;
import static io.restassured.RestAssured.given;

import baton.contract.ReferralId;
import baton.testing.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The feed of one force, as the force's own system reads it. */
public record FeedOf(String force) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RequestSpecification system() {
    return given()
        .auth()
        .oauth2(Tokens.of("force-system", force, null))
        .contentType(ContentType.JSON);
  }

  Response page(long after, int limit) {
    return system().get("/disseminations?after=" + after + "&limit=" + limit);
  }

  /** Everything behind a place, three entries at a time. */
  List<JsonNode> after(long after) {
    var all = new ArrayList<JsonNode>();
    String next = Long.toString(after);
    while (next != null) {
      JsonNode page = tree(page(Long.parseLong(next), 3).then().statusCode(200).extract());
      page.path("items").forEach(all::add);
      next = page.path("next").isNull() ? null : page.path("next").asText();
    }
    return all;
  }

  private static JsonNode tree(ExtractableResponse<Response> answer) {
    try {
      return JSON.readTree(answer.asByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long last() {
    List<JsonNode> all = after(0);
    return all.isEmpty() ? 0 : position(all.getLast());
  }

  /** The newest entry of a kind for a referral, as soon as it was told. */
  public JsonNode told(ReferralId referral, String kind) {
    await().until(() -> !of(referral, kind).isEmpty());
    return of(referral, kind).getLast();
  }

  public List<JsonNode> of(ReferralId referral, String kind) {
    return of(referral).stream().filter(each -> kind(each).equals(kind)).toList();
  }

  List<JsonNode> of(ReferralId referral) {
    return after(0).stream()
        .filter(each -> each.path("subject").asText().equals(referral.toString()))
        .toList();
  }

  static long position(JsonNode entry) {
    return entry.path("feedposition").asLong();
  }

  /** Such as {@code disseminated}. */
  static String kind(JsonNode entry) {
    return entry.path("type").asText().replace("baton.feed.", "").replace(".v1", "");
  }
}
