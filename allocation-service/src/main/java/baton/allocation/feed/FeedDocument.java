package baton.allocation.feed;

import baton.contract.EventId;
import baton.contract.allocation.SealedPackage;
import baton.contract.feed.Withheld;
import baton.journal.envelope.Envelope;
import baton.journal.envelope.JournalJson;
import baton.journal.envelope.Times;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An entry as a CloudEvents 1.0 document in structured JSON mode, the same whichever way it goes.
 * Extension attributes: {@code feedposition}, {@code causationid} (the event on the log), {@code
 * marking}, and {@code contentunreadable} where content is there and does not open.
 */
final class FeedDocument {
  private static final String DATA = "data";

  private FeedDocument() {}

  static ObjectNode of(FeedEntry entry) {
    ObjectNode document =
        JournalJson.mapper()
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", entry.id().toString())
            .put("source", "/disseminations/" + entry.force())
            .put("type", entry.type());
    if (entry.referral() != null) document.put("subject", entry.referral().toString());
    document.put("time", Times.text(entry.at())).put("feedposition", entry.position());
    if (!entry.answersCommand()) document.put("causationid", entry.cause().toString());
    document.put("marking", Envelope.DEFAULT_MARKING).put("datacontenttype", "application/json");
    document.set(DATA, data(entry));
    return document;
  }

  static ObjectNode data(ObjectNode document) {
    return (ObjectNode) document.get(DATA);
  }

  static void give(ObjectNode data, SealedPackage content) {
    data.set("package", JournalJson.mapper().valueToTree(content));
  }

  static void withhold(ObjectNode data, Withheld why) {
    data.put("withheld", why.name());
  }

  /** In place of the content, until somebody of the force acknowledges them. */
  static void withhold(ObjectNode data, String conditions, EventId conditionsId) {
    withhold(data, Withheld.CONDITIONS_NOT_ACKNOWLEDGED);
    data.put("conditions", conditions).put("conditionsId", conditionsId.toString());
  }

  /** There is content, and Baton cannot open it: neither given nor withheld. */
  static void unreadable(ObjectNode document) {
    document.put("contentunreadable", true);
  }

  private static ObjectNode data(FeedEntry entry) {
    try {
      return (ObjectNode) JournalJson.mapper().readTree(entry.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("entry " + entry.id() + " of a feed is no JSON", e);
    }
  }
}
