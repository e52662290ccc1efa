package baton.platform.topics;

import baton.contract.feed.FeedTopic;
import baton.platform.topics.ForceTopics.Topic;
import java.util.List;

/** What a service does with the forces' topics of one kind, contributed as a CDI bean. */
public interface TopicTask {
  FeedTopic kind();

  /** Whether this service does it at all; asked once, at start. */
  default boolean wanted() {
    return true;
  }

  /**
   * Those of them at which there is something to be done now. Asked again and again, by one thread.
   *
   * @param there all topics of the kind
   */
  List<Topic> due(List<Topic> there);

  /** The work at one of them, to be run by this instance alone. */
  TopicWork workAt(Topic topic);
}
