package baton.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a force's feed brought by each of its ways, against what was promised. */
final class FeedVerdict {
  private static final String DISSEMINATED = "baton.feed.disseminated.v1";
  private static final String WITHDRAWN = "baton.feed.withdrawn.v1";

  private final List<String> wrong = new ArrayList<>();
  private final List<JsonNode> feed;

  /**
   * @param feed as somebody read it by cursor
   */
  FeedVerdict(List<JsonNode> feed) {
    this.feed = feed;
  }

  /** A line for each thing that is not so. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /**
   * By cursor: each once, without a hole, the same for whoever reads it; and who reads it again has
   * the content of nothing that was withdrawn.
   */
  FeedVerdict cursor(List<JsonNode> again) {
    var ids = new HashSet<String>();
    for (int i = 0; i < feed.size(); i++) {
      if (position(feed.get(i)) != i + 1) wrong.add("by cursor, at " + i + ": " + feed.get(i));
      if (!ids.add(id(feed.get(i)))) wrong.add("twice by cursor: " + feed.get(i));
    }
    if (!List.copyOf(ids(again)).equals(List.copyOf(ids(feed))))
      wrong.add("read again, it is another feed");
    var withdrawn = new HashSet<String>();
    for (JsonNode entry : feed) if (type(entry).equals(WITHDRAWN)) withdrawn.add(offer(entry));
    for (JsonNode entry : again)
      if (isContent(entry) && withdrawn.contains(offer(entry)))
        wrong.add("read again, there is content that was withdrawn: " + id(entry));
    return this;
  }

  /** All that was received was disseminated once, and what was taken back was withdrawn once. */
  FeedVerdict told(Set<String> received, Set<String> withdrawn) {
    for (String referral : received) once(DISSEMINATED, referral);
    for (String referral : withdrawn) once(WITHDRAWN, referral);
    return neverAfterItsWithdrawal("by cursor", feed);
  }

  private void once(String type, String referral) {
    long times =
        feed.stream()
            .filter(e -> type(e).equals(type) && subject(e).equals(referral))
            .filter(e -> e.path("data").path("number").asInt() == 1)
            .count();
    if (times != 1) wrong.add(type + " of " + referral + " " + times + " times");
  }

  /** On another way by cursor: each once, in order. */
  FeedVerdict exactlyOnce(String way, List<JsonNode> came) {
    List<String> had = came.stream().map(FeedVerdict::id).toList();
    if (!had.equals(feed.stream().map(FeedVerdict::id).toList()))
      wrong.add(
          "%s: %d came of %d, %d of them once, or in another order"
              .formatted(way, had.size(), feed.size(), new HashSet<>(had).size()));
    return this;
  }

  /**
   * On a way that may bring an entry more than once: all of them came, each as the same entry, and
   * for the first time in the order of the feed.
   */
  FeedVerdict atLeastOnce(String way, List<JsonNode> came) {
    var first = new LinkedHashMap<String, JsonNode>();
    for (JsonNode entry : came) {
      JsonNode before = first.putIfAbsent(id(entry), entry);
      if (before != null && !same(before, entry))
        wrong.add(way + ": another entry by its id: " + entry);
    }
    if (!List.copyOf(first.keySet()).equals(List.copyOf(ids(feed)))) {
      var missing = new LinkedHashSet<>(ids(feed));
      missing.removeAll(first.keySet());
      var strange = new LinkedHashSet<>(first.keySet());
      strange.removeAll(ids(feed));
      wrong.add(
          "%s: %d came first time of %d, missing %s, strange %s, or in another order"
              .formatted(way, first.size(), feed.size(), missing, strange));
    }
    return this;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return type(one).equals(type(other))
        && subject(one).equals(subject(other))
        && position(one) == position(other);
  }

  /**
   * The content of a dissemination never comes behind its withdrawal.
   *
   * @param came in the order in which they were sent; not what a reader reads twice by itself
   */
  FeedVerdict neverAfterItsWithdrawal(String way, List<JsonNode> came) {
    var withdrawn = new HashSet<String>();
    for (JsonNode entry : came) {
      if (type(entry).equals(WITHDRAWN)) withdrawn.add(offer(entry));
      if (isContent(entry) && withdrawn.contains(offer(entry)))
        wrong.add(way + ": content after its withdrawal: " + id(entry));
    }
    return this;
  }

  private static boolean isContent(JsonNode entry) {
    return type(entry).equals(DISSEMINATED) && entry.path("data").hasNonNull("package");
  }

  private static String offer(JsonNode entry) {
    return subject(entry) + "/" + entry.path("data").path("number").asInt();
  }

  private static Set<String> ids(List<JsonNode> entries) {
    var ids = new LinkedHashSet<String>();
    for (JsonNode entry : entries) ids.add(id(entry));
    return ids;
  }

  private static String id(JsonNode entry) {
    return entry.path("id").asText();
  }

  private static String type(JsonNode entry) {
    return entry.path("type").asText();
  }

  private static String subject(JsonNode entry) {
    return entry.path("subject").asText();
  }

  private static long position(JsonNode entry) {
    return entry.path("feedposition").asLong();
  }
}
