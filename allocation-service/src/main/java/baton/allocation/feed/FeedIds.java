package baton.allocation.feed;

import baton.contract.EventId;
import baton.contract.OrganisationCode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** What is told to a force because of one event has one id, whenever and however it is told. */
final class FeedIds {
  private static final UUID NAMESPACE = UUID.fromString("0c5d8a52-9a0e-5d57-8a3f-2f6f0f4b7c11");

  private FeedIds() {}

  /**
   * UUIDv5 of (event, force, kind). Never change the spelling: subscribers know entries by it.
   *
   * @param type the wire name
   */
  static UUID of(EventId cause, OrganisationCode force, String type) {
    return UuidCreator.getNameBasedSha1(NAMESPACE, cause + "/" + force + "/" + type);
  }

  /**
   * Of how something stands, told once more behind a place to who has nothing of before it. Never
   * change the spelling either.
   */
  static UUID again(EventId cause, OrganisationCode force, String type, long behind) {
    return UuidCreator.getNameBasedSha1(
        NAMESPACE, cause + "/" + force + "/" + type + "/behind/" + behind);
  }
}
