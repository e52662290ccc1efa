package baton.intake.limits;

import static baton.intake.Agency.referral;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.Agency;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many referrals at once, and what became of each. */
final class Burst implements AutoCloseable {
  static final int SIZE = 200;

  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<ExtractableResponse<Response>>> answers = new ArrayList<>();

  /**
   * @param reference what theirs begin with
   */
  void send(Agency agency, String reference) {
    for (int n = 0; n < SIZE; n++) {
      String body = referral(reference + "-" + answers.size(), "");
      answers.add(senders.submit(() -> agency.sends(body).extract()));
    }
  }

  long answered() {
    return answers.stream().filter(Future::isDone).count();
  }

  /** How many were taken; each of the others was told to come again, in a problem document. */
  int taken() throws Exception {
    int taken = 0;
    for (var each : answers) {
      var answer = each.get();
      if (answer.statusCode() == 201) {
        taken++;
        continue;
      }
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
      assertThat(answer.contentType()).startsWith("application/problem+json");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
    return taken;
  }

  @Override
  public void close() {
    senders.close();
  }
}
