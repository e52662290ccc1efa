package baton.intake.limits;

import static baton.intake.Agency.referral;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.Agency;
import baton.testing.Tokens;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Many referrals at once, and what became of each. Its connections end with it: so many of several
 * bursts would be more than intake has room for.
 */
final class Burst implements AutoCloseable {
  static final int SIZE = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

  /**
   * @param reference what theirs begin with
   */
  void send(Agency agency, String reference) {
    for (int n = 0; n < SIZE; n++) {
      String body = referral(reference + "-" + answers.size(), "");
      answers.add(http.sendAsync(request(agency, body), BodyHandlers.ofString()));
    }
  }

  private static HttpRequest request(Agency agency, String body) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/referrals"))
        .header("Authorization", "Bearer " + Tokens.of("agency", agency.code()))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  long answered() {
    return answers.stream().filter(CompletableFuture::isDone).count();
  }

  /** How many were taken; each of the others was told to come again, in a problem document. */
  int taken() throws Exception {
    int taken = 0;
    for (var each : answers) {
      HttpResponse<String> answer = each.get();
      if (answer.statusCode() == 201) {
        taken++;
        continue;
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
    }
    return taken;
  }

  @Override
  public void close() {
    http.close();
  }
}
