package baton.acceptance.soak;

import static baton.local.client.ServiceName.ALLOCATION;
import static baton.local.client.ServiceName.ESCALATION;
import static baton.local.client.ServiceName.RISK;
import static org.assertj.core.api.Assertions.assertThat;

import baton.acceptance.Databases;
import baton.acceptance.Installation;
import baton.acceptance.Referrals;
import baton.acceptance.RunningBaton;
import baton.acceptance.Watch;
import baton.local.client.ServiceName;
import baton.local.client.Staff;
import baton.local.client.Who;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A day at high pace: every hour the same load, then an hour of business time with all its
 * deadlines, then a look at what each process and database holds on to. {@code
 * -Dbaton.soak.hours=24 -Dbaton.soak.referrals=200} in an hour.
 */
@Tag("full")
@Order(95)
@ExtendWith(RunningBaton.class)
class SoakTest {
  private static final int HOURS = Integer.getInteger("baton.soak.hours", 24);
  private static final int REFERRALS = Integer.getInteger("baton.soak.referrals", 200);
  private static final int SENDERS = 8;

  /** The first hours fill caches and pools. */
  private static final int WARM = 6;

  private final Installation baton;
  private final Watch watch;
  private final Map<ServiceName, List<Vitals>> vitals = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, List<Long>> updated = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, List<Map<String, Long>>> tables = new EnumMap<>(ServiceName.class);

  SoakTest(Installation baton) {
    this.baton = baton;
    this.watch = new Watch(baton.client());
  }

  @Test
  void nothing_but_what_was_received_grows() throws Exception {
    var sizes = new Tables(new Databases(baton.postgres()));
    System.out.printf(
        "%nSoak: %d hours, %d referrals in each. Heap after collection (MB), files, threads,"
            + " rewritten tables (KB), all tables (MB)%n",
        HOURS, REFERRALS);
    for (int hour = 0; hour < HOURS; hour++) {
      load(hour);
      baton.pass(Duration.ofHours(1));
      baton.settle();
      look(hour, sizes);
    }
    for (var service : ServiceName.values()) {
      var seen = vitals.get(service);
      assertFlat(service + " open files", seen, Vitals::files, 1.1, 12);
      assertFlat(service + " threads", seen, Vitals::threads, 1.1, 12);
      assertFlat(service + " heap", seen, Vitals::heapKb, 1.25, 8 * 1024);
      assertFlat(service + " rewritten tables", updated.get(service), kb -> kb, 1.5, 512);
      assertSteady(service, tables.get(service));
    }
    assertThat(watch.sweep().path("differences")).isEmpty();
  }

  private void load(int hour) throws InterruptedException, ExecutionException {
    var sent = new ArrayList<Future<?>>();
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      for (int n = 0; n < REFERRALS; n++) {
        String reference = "SOAK-%d-%d".formatted(hour, n);
        sent.add(senders.submit(() -> baton.staff().send("soaking-agency", referral(reference))));
        sent.add(senders.submit(() -> read(ESCALATION, Staff.auditor(), "/custody?limit=20")));
        sent.add(
            senders.submit(() -> read(RISK, Staff.supervisor(Staff.NCA), "/assessments?limit=20")));
        sent.add(senders.submit(() -> read(ALLOCATION, Staff.supervisor("46"), "/cases?limit=20")));
      }
    }
    for (var each : sent) each.get();
  }

  private static Map<String, Object> referral(String reference) {
    return Referrals.referral(reference, "46");
  }

  private void read(ServiceName service, Who who, String path) {
    baton.client().get(service, who, path).orFail();
  }

  private void look(int hour, Tables sizes) throws SQLException {
    var line = new StringBuilder("%3d h".formatted(hour + 1));
    for (var service : ServiceName.values()) {
      var seen = Vitals.of(baton.process(service));
      long kb = sizes.updatedKb(service.slug());
      var each = sizes.eachKb(service.slug());
      vitals.computeIfAbsent(service, _ -> new ArrayList<>()).add(seen);
      updated.computeIfAbsent(service, _ -> new ArrayList<>()).add(kb);
      tables.computeIfAbsent(service, _ -> new ArrayList<>()).add(each);
      line.append(
          "  %s %d %d %d %d %d"
              .formatted(
                  service.slug(),
                  seen.heapKb() / 1024,
                  seen.files(),
                  seen.threads(),
                  kb,
                  each.values().stream().mapToLong(size -> size).sum() / 1024));
    }
    System.out.println(line);
  }

  /**
   * Of what is kept, a referral of the last third costs each table hardly more than one of the
   * hours before: twice as much, since deadlines of earlier hours expire meanwhile, and some pages.
   */
  private static void assertSteady(ServiceName service, List<Map<String, Long>> seen) {
    if (seen.size() <= WARM) return;
    int begin = WARM / 2;
    int third = Math.max(WARM, seen.size() * 2 / 3) - 1;
    int end = seen.size() - 1;
    if (end == third) return;
    for (String table : seen.getLast().keySet()) {
      double before = bytesPerReferral(seen, table, begin, third);
      double after = bytesPerReferral(seen, table, third, end);
      assertThat(after)
          .as("bytes of %s's %s for each referral; %.0f before", service, table, before)
          .isLessThanOrEqualTo(2 * before + 2_048);
    }
  }

  private static double bytesPerReferral(
      List<Map<String, Long>> seen, String table, int from, int to) {
    long kb = seen.get(to).getOrDefault(table, 0L) - seen.get(from).getOrDefault(table, 0L);
    return 1_024.0 * Math.max(0, kb) / ((long) REFERRALS * (to - from));
  }

  /** The most of the last third is hardly more than the most of the hours before it. */
  private static <T> void assertFlat(
      String what, List<T> seen, ToLongFunction<T> value, double times, long plus) {
    if (seen.size() <= WARM) return;
    int third = Math.max(WARM, seen.size() * 2 / 3);
    long before = seen.subList(WARM / 2, third).stream().mapToLong(value).max().orElseThrow();
    long after = seen.subList(third, seen.size()).stream().mapToLong(value).max().orElseThrow();
    assertThat(after).as("%s: %d before", what, before).isLessThan((long) (before * times) + plus);
  }
}
