package baton.platform.topics;

/** What one instance at a time does for one topic of one force, on a thread of its own. */
public interface TopicWork extends Runnable {
  /** There may be something to do. */
  void wake();

  /** Ends soon, in an orderly way. */
  void stop();

  /** Nothing is done any more: the topic may be another instance's. */
  boolean ended();
}
