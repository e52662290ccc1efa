package baton.acceptance.failures;

import static baton.local.client.ServiceName.INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Installation;
import baton.acceptance.Referrals;
import baton.acceptance.Watch;
import baton.local.client.Staff;
import baton.local.stories.Hands;
import baton.local.stories.RealCase;
import baton.local.stories.RealCases;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every case of domain reference 2.4 over the four running services: brought to where the real one
 * was left, and then left (R44). Told is what the policy says, on the day that it says.
 */
@Order(0)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailuresTest {
  private static final Duration LEFT = Duration.ofDays(40);

  /** The clock is stepped so: an alarm is at most so much later than its due. */
  private static final Duration GRAIN = Duration.ofMinutes(10);

  private static Installation baton;
  private static Watch watch;
  private static final Map<RealCase, List<Left>> LYING = new LinkedHashMap<>();
  private static final List<String> TABLE = new ArrayList<>();

  private record Left(String referral, Instant since) {}

  @BeforeAll
  static void they_are_left_lying() {
    var organisations = new TreeSet<>(RealCases.forces());
    organisations.add(Staff.NCA);
    baton = Installation.start("failures", organisations);
    watch = new Watch(baton.client());
    var hands =
        new Hands(baton.staff(), () -> baton.now().toString(), Referrals::referral, "CASE");
    for (RealCase each : RealCases.all())
      LYING.put(
          each,
          each.bring().apply(hands).stream().map(id -> new Left(id, baton.now())).toList());
    baton.pass(LEFT, GRAIN);
  }

  @AfterAll
  static void print_and_stop() throws Exception {
    System.out.println(Row.HEAD);
    TABLE.forEach(System.out::println);
    if (baton != null) baton.close();
  }

  @Test
  void each_is_found_on_the_day_that_the_policy_says() {
    for (Expected expected : Expected.ALL) {
      for (Left left : LYING.get(expected.of())) {
        var raised = watch.escalationsOf(left.referral(), "referral=" + left.referral());
        var row = Row.of(expected, left.referral(), left.since(), raised);
        assertThat(row.clocks()).as(expected.of().story()).isEqualTo(expected.first());
        assertThat(row.after()).isBetween(expected.after(), expected.after().plus(GRAIN));
      }
    }
  }
}
