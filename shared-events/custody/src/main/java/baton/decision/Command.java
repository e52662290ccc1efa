package baton.decision;

/** Something that somebody wants done. Its stream says which aggregate decides. */
public interface Command {
  /** The aggregate's identifier, which is the stream that its events are written to. */
  String stream();
}
