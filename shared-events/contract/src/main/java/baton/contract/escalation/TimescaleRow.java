package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The limit of one clock by urgency. Each is an ISO 8601 duration of elapsed time ({@code PT24H},
 * {@code P30D}: a day is 24 hours) or a number of working days ({@code 2 working days}).
 */
@JsonPropertyOrder({"urgent", "veryHigh", "high", "medium", "low"})
public record TimescaleRow(String urgent, String veryHigh, String high, String medium, String low) {
  public TimescaleRow {
    requireNonNull(urgent);
    requireNonNull(veryHigh);
    requireNonNull(high);
    requireNonNull(medium);
    requireNonNull(low);
  }
}
