package baton.allocation.feed.model;

import static java.util.Objects.requireNonNull;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.feed.FeedEvent;
import java.time.Instant;

/**
 * What is to be told to one force because of one event; its place in the feed is not known yet.
 *
 * @param cause the event on the log that says so; of an answer to a command, a name for its place
 * @param at when that was recorded
 * @param event without its content
 * @param content in its box, or null where there is none
 * @param behind the place behind which it is told once more, or null: else it is told once
 */
public record Draft(
    OrganisationCode force,
    EventId cause,
    Instant at,
    FeedEvent event,
    Content content,
    Long behind) {
  public Draft {
    requireNonNull(force);
    requireNonNull(cause);
    requireNonNull(at);
    requireNonNull(event);
  }

  /** To be told once. */
  public Draft(
      OrganisationCode force, EventId cause, Instant at, FeedEvent event, Content content) {
    this(force, cause, at, event, content, null);
  }

  /** The same with this content, which may be null. */
  public Draft with(Content newest) {
    return new Draft(force, cause, at, event, newest, behind);
  }

  /** The same, because of another event. */
  public Draft because(EventId other) {
    return new Draft(force, other, at, event, content, behind);
  }

  /** The same, told once more behind a place; null: told once. */
  public Draft again(Long place) {
    return new Draft(force, cause, at, event, content, place);
  }
}
