package baton.risk;

import static baton.risk.RiskWorld.as;
import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.ReferralId;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two people do the same at the same moment. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class TwoAtOnceTest {
  @Inject RiskWorld world;

  @Test
  void accepting_twice_at_once_records_one_acceptance() throws Exception {
    world.staff("nca", "p-ann");
    ReferralId id = world.received();
    world.offer(id, "p-ann").then().statusCode(201);
    List<Response> answers = atOnce(4, () -> world.accept(id, "p-ann"));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers.stream().mapToInt(TwoAtOnceTest::recorded).sum()).isEqualTo(1);
  }

  @Test
  void offers_made_at_once_get_different_numbers_and_one_is_open() throws Exception {
    world.staff("nca", "p-ann", "p-ben", "p-cat");
    ReferralId id = world.received();
    var people = List.of("p-ann", "p-ben", "p-cat").iterator();
    List<Response> answers =
        atOnce(
            3,
            () -> {
              String person;
              synchronized (people) {
                person = people.next();
              }
              return world.offer(id, person);
            });
    assertThat(answers.stream().map(answer -> answer.<Integer>path("number")))
        .containsExactlyInAnyOrder(1, 2, 3);
    List<String> states =
        as("supervisor", "nca", "p-sue").get("/assessments/" + id).path("offers.state");
    assertThat(states).containsExactly("REPLACED", "REPLACED", "OPEN");
  }

  @Test
  void a_grade_given_twice_at_once_is_recorded_once() throws Exception {
    ReferralId id = world.received();
    List<Response> answers =
        atOnce(
            4,
            () ->
                as("assessor", "nca", "p-ann")
                    .body(Map.of("grade", "LOW", "tool", "KIRAT"))
                    .post("/assessments/" + id + "/grade"));
    assertThat(answers.stream().mapToInt(TwoAtOnceTest::recorded).sum()).isEqualTo(1);
  }

  private static int recorded(Response answer) {
    return answer.jsonPath().getList("recorded").size();
  }

  private static List<Response> atOnce(int times, Callable<Response> call) throws Exception {
    var together = new CyclicBarrier(times);
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<Response>> answers =
          IntStream.range(0, times)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            together.await();
                            return call.call();
                          }))
              .toList();
      var given = new ArrayList<Response>();
      for (Future<Response> answer : answers) given.add(answer.get());
      return given;
    }
  }
}
