package baton.escalation.custody;

import baton.contract.Actor;
import baton.contract.BatonEvent;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.Recorded;
import baton.contract.access.OpenedPart;
import baton.contract.allocation.ActionKind;
import baton.contract.allocation.HandOff;
import baton.custody.Offer;
import baton.escalation.archive.ArchivePages.Archived;
import baton.escalation.custody.model.Deed;
import baton.escalation.replay.Openings.Opening;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What had been done by a moment, and the events that the answer about it rests on.
 *
 * @param by recorded, or happened: whether what counts was on record by then, or had happened by
 *     then, whenever it was recorded
 * @param handOffs every offer, answered or not, in the order in which they were made
 * @param done what people and services did, in log order
 * @param opened who had opened its personal data, through which service, in the order of that
 * @param movedBy the event that gave it to who had it; null where it has no custodian yet
 * @param restsOn every event of the referral that the answer counts, in the order in which they are
 *     applied
 * @param register the last place of the register that was read for it: roster and limits as far as
 *     they count; null while the register is empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
    String by,
    List<HandOffView> handOffs,
    List<DoneView> done,
    List<OpenedView> opened,
    EventView movedBy,
    List<EventView> restsOn,
    PlaceView register) {

  /**
   * @param state open, accepted, declined, withdrawn, replaced or lapsed
   * @param closedAt when it was no longer open; missing while it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record HandOffView(
      HandOff kind,
      int number,
      OrganisationCode organisation,
      PersonId person,
      Instant offeredAt,
      Instant due,
      Offer.State state,
      Instant closedAt) {
    static HandOffView of(Offer offer) {
      return new HandOffView(
          offer.kind(),
          offer.number(),
          offer.organisation(),
          offer.person(),
          offer.offeredAt(),
          offer.due(),
          offer.state(),
          offer.closedAt());
    }
  }

  /**
   * @param action which action it was, of an action
   * @param happenedAt when it was done; as recorded where nothing else was said
   * @param by who did it, such as {@code person:p-1001}
   * @param recordedLate it was done in time and entered when the limit that it met was over
   * @param inHindsight it was recorded after the moment asked about: only where that is asked by
   *     time of happening
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DoneView(
      Deed kind,
      ActionKind action,
      String type,
      Instant happenedAt,
      Instant recordedAt,
      Actor by,
      OrganisationCode organisation,
      boolean recordedLate,
      boolean inHindsight,
      EventId event) {}

  /**
   * @param person missing where an organisation's own system asked in nobody's name
   * @param part which sealed part
   * @param throughSystem a force's system asked on that person's behalf
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OpenedView(
      Instant at,
      OrganisationCode organisation,
      PersonId person,
      boolean throughSystem,
      String service,
      OpenedPart part,
      EventId event) {
    static OpenedView of(Opening opening) {
      return new OpenedView(
          opening.recorded().recordedTime(),
          opening.what().organisation(),
          opening.what().by(),
          opening.what().throughSystem(),
          opening.what().service(),
          opening.what().part(),
          opening.recorded().id());
    }
  }

  /** Where an event stands on the log, for ever. */
  public record PlaceView(String topicId, int partition, long offset) {
    static PlaceView of(Archived archived) {
      return new PlaceView(archived.topicId(), archived.partition(), archived.offset());
    }
  }

  /** An event and its place; its bytes are those of {@code GET /audit/referrals/{id}/events}. */
  public record EventView(
      EventId event,
      String type,
      Instant happenedAt,
      Instant recordedAt,
      String topicId,
      int partition,
      long offset) {
    static EventView of(Recorded<? extends BatonEvent> event, String type, Archived place) {
      return new EventView(
          event.id(),
          type,
          event.time(),
          event.recordedTime(),
          place.topicId(),
          place.partition(),
          place.offset());
    }
  }
}
