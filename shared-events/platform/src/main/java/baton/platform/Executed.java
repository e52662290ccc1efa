package baton.platform;

import baton.contract.BatonEvent;
import baton.contract.EventTypes;
import baton.contract.Recorded;
import baton.contract.ReferralId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The answer to every command.
 *
 * @param referralId left out where the command was about no referral
 * @param recorded wire names of the events that it led to; empty where it was so already
 * @param recordedTime of the last of them; where there is none, when it was found to be so
 * @param number of the offer that it created, otherwise left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Executed(
    ReferralId referralId,
    List<String> recorded,
    Instant recordedTime,
    Integer number,
    @JsonIgnore List<Recorded<? extends BatonEvent>> events) {

  static Executed of(List<Recorded<? extends BatonEvent>> events, ReferralId asked, Instant now) {
    return new Executed(
        events.stream().map(Recorded::referral).filter(Objects::nonNull).findFirst().orElse(asked),
        events.stream().map(event -> EventTypes.nameOf(event.event().getClass())).toList(),
        events.isEmpty() ? now : events.getLast().recordedTime(),
        null,
        List.copyOf(events));
  }

  /** What was answered the first time. */
  static Executed repeated(JsonNode answer) {
    return new Executed(
        answer.hasNonNull("referralId") ? ReferralId.of(answer.path("referralId").asText()) : null,
        answer.path("recorded").valueStream().map(JsonNode::asText).toList(),
        Instant.parse(answer.path("recordedTime").asText()),
        null,
        List.of());
  }

  /** For a command that created a numbered thing; such an answer is a 201. */
  public Executed withNumber(int created) {
    return new Executed(referralId, recorded, recordedTime, created, events);
  }

  /** The event of this type among those recorded, or null. */
  public <E extends BatonEvent> E event(Class<E> type) {
    return events.stream()
        .map(Recorded::event)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }
}
