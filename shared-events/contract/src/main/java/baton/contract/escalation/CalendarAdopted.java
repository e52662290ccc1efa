package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import baton.contract.Nation;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The days of a nation on which nobody works besides weekends, frozen: a new edition of a library
 * moves no deadline (R16).
 */
@JsonTypeName("baton.calendar-adopted.v1")
@JsonPropertyOrder({"nation", "version", "effectiveFrom", "firstYear", "lastYear", "holidays"})
public record CalendarAdopted(
    Nation nation,
    String version,
    Instant effectiveFrom,
    int firstYear,
    int lastYear,
    List<LocalDate> holidays)
    implements AdoptionEvent {
  public CalendarAdopted {
    requireNonNull(nation);
    requireNonNull(version);
    requireNonNull(effectiveFrom);
    requireNonNull(holidays);
    holidays = List.copyOf(holidays);
  }
}
