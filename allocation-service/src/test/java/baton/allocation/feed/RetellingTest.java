package baton.allocation.feed;

import static baton.allocation.AllocationWorld.allocator;
import static baton.allocation.feed.FeedOf.kind;
import static org.assertj.core.api.Assertions.assertThat;

import baton.allocation.AllocationWorld;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.contract.intake.ReferralOriginated;
import baton.journal.reader.LogReader;
import baton.journal.store.Transactions;
import baton.platform.sql.Sql;
import baton.testing.BatonTestResource;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A feed that is forgotten, as one that began later than what it is to tell, is told from the log.
 */
@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class RetellingTest {
  private static final OrganisationCode CITY_OF_LONDON = OrganisationCode.of("48");
  private static final FeedOf THEIRS = new FeedOf("48");
  private static final int TELLERS = 2;

  @Inject AllocationWorld world;
  @Inject Retelling retelling;
  @Inject LogReader reader;
  @Inject Transactions transactions;

  @Test
  void however_many_tell_it_and_however_often_they_are_stopped_each_is_told_once()
      throws Exception {
    ReferralId offered = disseminated();
    ReferralId takenBack = disseminated();
    allocator("nca").body("{}").post("/cases/" + takenBack + "/disseminations/1/withdrawal");
    THEIRS.told(takenBack, "withdrawn");
    ReferralId broughtIn = world.received();
    world
        .intake()
        .says(
            new ReferralOriginated(
                broughtIn,
                CITY_OF_LONDON,
                TeamId.of("polit"),
                PersonId.of("p-sue"),
                null,
                null,
                null,
                null,
                null));
    THEIRS.told(broughtIn, "still-open");
    Map<String, List<String>> told = ids(THEIRS.after(0));

    world.awaitQuiet();
    forget(List.of(offered, takenBack, broughtIn), takenBack);
    assertThat(THEIRS.after(0))
        .singleElement()
        .satisfies(entry -> assertThat(kind(entry)).isEqualTo("withdrawn"));
    try (var threads = Executors.newFixedThreadPool(TELLERS)) {
      var tellers = new ArrayList<Callable<Integer>>();
      for (int teller = 0; teller < TELLERS; teller++) tellers.add(this::tellToTheEnd);
      int turns = 0;
      for (var teller : threads.invokeAll(tellers)) turns += teller.get();
      assertThat(turns).as("some were stopped").isGreaterThan(TELLERS);
    }

    List<JsonNode> again = THEIRS.after(0);
    assertThat(again)
        .extracting(FeedOf::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, again.size()).boxed().toList());
    // How something stood is not told so late: a catch-up says how it stands. Nor is anything told
    // behind what came after it.
    assertThat(again).noneMatch(entry -> kind(entry).equals("still-open"));
    assertThat(THEIRS.of(takenBack)).hasSize(1);
    told.computeIfPresent(
        takenBack.toString(), (_, ids) -> ids.subList(ids.size() - 1, ids.size()));
    told.computeIfPresent(broughtIn.toString(), (_, ids) -> ids.subList(1, ids.size()));
    told.values().removeIf(List::isEmpty);
    assertThat(ids(again)).isEqualTo(told);
    THEIRS.system().body("{}").post("/disseminations/catch-up").then().statusCode(200);
    assertThat(THEIRS.of(broughtIn, "still-open")).hasSize(1);
    assertThat(THEIRS.of(offered, "still-open")).hasSize(1);
    assertThat(THEIRS.of(takenBack, "still-open")).isEmpty();
  }

  private ReferralId disseminated() {
    ReferralId id = world.received();
    world.disseminated(id, CITY_OF_LONDON);
    THEIRS.told(id, "disseminated");
    return id;
  }

  /**
   * As a store of before there were feeds has it, and feeds have begun since.
   *
   * @param later of which the newest entry is known
   */
  private void forget(List<ReferralId> referrals, ReferralId later) {
    transactions.inTransaction(
        () -> {
          var sql = Sql.on(transactions.connection(), "a test");
          sql.update(
              """
              delete from feed_entry where force = ? and position <> (
                select max(position) from feed_entry where force = ? and referral = ?)\
              """,
              CITY_OF_LONDON,
              CITY_OF_LONDON,
              later);
          sql.update("update feed_entry set position = 1 where force = ?", CITY_OF_LONDON);
          sql.update("update feed set last = 1 where force = ?", CITY_OF_LONDON);
          sql.update("delete from custody_board where referral = any (?::uuid[])", referrals);
          sql.update(
              """
              insert into feed_retelling (partition, up_to, late)
                select partition, next_offset, true from log_checkpoint
                 where topic = 'baton.referrals' and next_offset > 0\
              """);
          return null;
        });
  }

  /** Stopped a little later each time; gives how many turns it took, the first in vain. */
  private int tellToTheEnd() {
    int turns = 0;
    do {
      var patience = new AtomicInteger(1 + 4 * turns++);
      retelling.run(reader.again(), () -> patience.getAndDecrement() <= 0);
    } while (isLeft());
    return turns;
  }

  private boolean isLeft() {
    return transactions.inTransaction(
        () ->
            Sql.on(transactions.connection(), "a test")
                .find("select true from feed_retelling where next < up_to", row -> true)
                .isPresent());
  }

  /** Of each referral, in order. */
  private static Map<String, List<String>> ids(List<JsonNode> entries) {
    var ids = new LinkedHashMap<String, List<String>>();
    for (JsonNode entry : entries)
      ids.computeIfAbsent(entry.path("subject").asText(), _ -> new ArrayList<>())
          .add(entry.path("id").asText());
    return ids;
  }
}
