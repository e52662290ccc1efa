package baton.escalation.policy;

import baton.contract.BatonEvent;
import baton.contract.Nation;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.TimescaleRow;
import baton.contract.escalation.TimescalesAdopted;
import baton.escalation.policy.RecalculationTable.Recalculation;
import baton.platform.Freshness;
import baton.policy.Nations;
import baton.policy.PolicyBook;
import baton.policy.Timescales.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What counts for an organisation.
 *
 * @param calendar the version of its nation's holidays that is in force
 * @param inForce by clock, for what starts now
 * @param versions its own tables, the newest first
 * @param recalculations orders to set running deadlines anew, the newest first
 */
@Schema(name = "Timescales")
public record TimescalesView(
    OrganisationCode organisation,
    Nation nation,
    String calendar,
    Map<ClockName, InForce> inForce,
    List<Version> versions,
    List<Order> recalculations,
    Instant asOf,
    double lagSeconds) {

  /** The limits of one clock, and the version of the table that they stand in. */
  @Schema(name = "LimitsInForce")
  public record InForce(
      String urgent, String veryHigh, String high, String medium, String low, String version) {
    static InForce of(Limits limits, String version) {
      return new InForce(
          limits.urgent().text(),
          limits.veryHigh().text(),
          limits.high().text(),
          limits.medium().text(),
          limits.low().text(),
          version);
    }
  }

  /** PAST and UPCOMING are meant as of now. */
  public enum State {
    PAST,
    IN_FORCE,
    UPCOMING
  }

  @Schema(name = "TimescalesVersion")
  public record Version(
      String version,
      State state,
      Instant effectiveFrom,
      PersonId by,
      String reason,
      Instant recordedAt,
      Map<ClockName, TimescaleRow> limits) {}

  @Schema(name = "Recalculation")
  public record Order(
      UUID id,
      String version,
      PersonId by,
      String reason,
      Instant orderedAt,
      int recorded,
      boolean done) {
    static Order of(Recalculation order) {
      return new Order(
          order.id(),
          order.version(),
          order.by(),
          order.reason(),
          order.orderedAt(),
          order.recorded(),
          order.done());
    }
  }

  static TimescalesView of(
      OrganisationCode organisation,
      PolicyBook book,
      List<Recorded<? extends BatonEvent>> adoptions,
      List<Recalculation> orders,
      Instant now,
      Freshness freshness) {
    var inForce = new TreeMap<ClockName, InForce>();
    Arrays.stream(ClockName.values())
        .forEach(
            clock -> {
              var table = book.inForce(clock, organisation, now);
              inForce.put(clock, InForce.of(table.limits().get(clock), table.version()));
            });
    return new TimescalesView(
        organisation,
        Nations.of(organisation),
        book.calendar(organisation, now).version(),
        inForce,
        versions(organisation, adoptions, now),
        orders.stream().map(Order::of).toList(),
        freshness.asOf(),
        freshness.lagSeconds());
  }

  /** Versions in the order of the book: of those that count already, the last is in force. */
  private static List<Version> versions(
      OrganisationCode organisation, List<Recorded<? extends BatonEvent>> adoptions, Instant now) {
    List<Recorded<? extends BatonEvent>> own =
        adoptions.stream()
            .filter(
                each ->
                    each.event() instanceof TimescalesAdopted e
                        && e.organisation().equals(organisation))
            .sorted(
                Comparator.<Recorded<? extends BatonEvent>, Instant>comparing(
                        each -> ((TimescalesAdopted) each.event()).effectiveFrom())
                    .thenComparing(Recorded::recordedTime)
                    .thenComparing(each -> each.id().value())
                    .reversed())
            .toList();
    var latest =
        own.stream()
            .filter(each -> !((TimescalesAdopted) each.event()).effectiveFrom().isAfter(now))
            .findFirst()
            .orElse(null);
    return own.stream()
        .map(each -> version(each, (TimescalesAdopted) each.event(), each == latest, now))
        .toList();
  }

  private static Version version(
      Recorded<? extends BatonEvent> recorded, TimescalesAdopted e, boolean latest, Instant now) {
    State state =
        e.effectiveFrom().isAfter(now) ? State.UPCOMING : latest ? State.IN_FORCE : State.PAST;
    return new Version(
        e.version(),
        state,
        e.effectiveFrom(),
        e.by(),
        e.reason(),
        recorded.recordedTime(),
        new TreeMap<>(e.limits()));
  }
}
