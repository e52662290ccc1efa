package baton.allocation;

import static baton.allocation.AllocationWorld.KENT;
import static baton.allocation.AllocationWorld.supervisor;
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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two people reach for the baton at the same moment. */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class TwoAtOnceTest {
  @Inject AllocationWorld world;

  @RepeatedTest(5)
  void of_two_acceptances_at_once_one_wins() throws Exception {
    world.kentIsStaffed();
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    List<Response> answers =
        atOnce(List.of("p-sue", "p-ola"), person -> world.acceptForKent(id, number, person));
    assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 409);
    String holder = supervisor("46").get("/cases/" + id).path("person");
    int winner = answers.getFirst().statusCode() == 200 ? 0 : 1;
    assertThat(holder).isEqualTo(List.of("p-sue", "p-ola").get(winner));
  }

  @Test
  void the_same_acceptance_four_times_at_once_is_one() throws Exception {
    world.kentIsStaffed();
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    List<Response> answers =
        atOnce(
            List.of("p-sue", "p-sue", "p-sue", "p-sue"),
            person -> world.acceptForKent(id, number, person));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    assertThat(answers.stream().mapToInt(TwoAtOnceTest::recorded).sum()).isEqualTo(1);
  }

  @Test
  void a_withdrawal_and_an_acceptance_at_once_leave_one_holder() throws Exception {
    world.kentIsStaffed();
    ReferralId id = world.received();
    int number = world.disseminated(id, KENT);
    String path = "/cases/" + id + "/disseminations/" + number;
    List<Response> answers =
        atOnce(
            List.of("accept", "withdraw"),
            what ->
                what.equals("accept")
                    ? world.acceptForKent(id, number, "p-sue")
                    : AllocationWorld.allocator("nca").body("{}").post(path + "/withdrawal"));
    assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 409);
  }

  @RepeatedTest(3)
  void a_transfers_acceptance_races_its_withdrawal_and_one_force_has_it() throws Exception {
    world.kentIsStaffed();
    world.staffed("42", "essex-polit", "p-sue", "p-eva");
    ReferralId id = world.withOla();
    supervisor("46").body(Map.of("force", "42")).post("/cases/" + id + "/disseminations");
    String path = "/cases/" + id + "/disseminations/2";
    List<Response> answers =
        atOnce(
            List.of("accept", "withdraw"),
            what ->
                what.equals("accept")
                    ? supervisor("42").body(Map.of("person", "p-eva")).post(path + "/acceptance")
                    : supervisor("46").body("{}").post(path + "/withdrawal"));
    boolean accepted = answers.getFirst().statusCode() == 200;
    // Who comes too late finds no offer any more, or a case that is not its own any more.
    assertThat(answers.get(accepted ? 1 : 0).statusCode()).isIn(404, 409);
    assertThat(answers.get(accepted ? 0 : 1).statusCode()).isEqualTo(200);
    String force =
        AllocationWorld.as("auditor", "hmicfrs", "p-a").get("/cases/" + id).path("force");
    assertThat(force).isEqualTo(accepted ? "42" : "46");
  }

  @RepeatedTest(3)
  void of_two_forces_that_want_a_redirect_the_one_it_is_offered_to_has_it() throws Exception {
    world.kentIsStaffed();
    world.staffed("42", "essex-polit", "p-sue", "p-eva");
    ReferralId id = world.received();
    int first = world.disseminated(id, KENT);
    String path = "/cases/" + id + "/disseminations/";
    var redirect = Map.of("reason", "not ours", "redirectTo", "42", "text", "he moved");
    List<Response> answers =
        atOnce(
            List.of("redirect", "accept"),
            what ->
                what.equals("accept")
                    ? world.acceptForKent(id, first, "p-sue")
                    : world.decline(id, first, "46", redirect));
    assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 409);
    boolean redirected = answers.getFirst().statusCode() == 200;
    List<Response> then =
        atOnce(
            List.of(path + first, path + 2),
            offer ->
                supervisor(offer.endsWith("/2") ? "42" : "46")
                    .body(Map.of("person", "p-sue"))
                    .post(offer + "/acceptance"));
    assertThat(then.get(redirected ? 1 : 0).statusCode()).isEqualTo(200);
    assertThat(then.get(redirected ? 0 : 1).statusCode()).isIn(404, 409);
  }

  private static int recorded(Response answer) {
    return answer.jsonPath().getList("recorded").size();
  }

  private static <T> List<Response> atOnce(List<T> each, Function<T, Response> call)
      throws Exception {
    var together = new CyclicBarrier(each.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(each.size())) {
      List<Future<Response>> answers =
          each.stream()
              .map(
                  one ->
                      threads.submit(
                          () -> {
                            together.await();
                            return call.apply(one);
                          }))
              .toList();
      var given = new ArrayList<Response>();
      for (Future<Response> answer : answers) given.add(answer.get());
      return given;
    }
  }
}
