package baton.bench.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The records of a plan in the order of the log: by when they were recorded, so that those of one
 * referral lie as far apart as they do where many arrive.
 */
public final class LogMaker {
  private record Place(byte number, Story story, int step, long lag) {}

  private final Plan plan;
  private final EventBytes bytes;
  private final List<Place> places = new ArrayList<>();

  public LogMaker(Plan plan) {
    this.plan = plan;
    this.bytes = new EventBytes(plan);
    for (byte number = 0; number < plan.stories().size(); number++) {
      Story story = plan.stories().get(number);
      for (int step = 0; step < story.steps().size(); step++)
        places.add(new Place(number, story, step, story.steps().get(step).delay() / plan.apart()));
    }
  }

  /** Takes one record; the arrays are written over by the next. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param referral its number in the plan, from 0
     */
    void take(long referral, byte[] key, byte[] value, int length);
  }

  /** How many records there will be. */
  public long records() {
    long records = 0;
    for (long referral = 0; referral < plan.referrals(); referral++)
      records += plan.story(referral).steps().size();
    return records;
  }

  /** All records of the referrals from {@code first} on, up to {@code end}. */
  public void make(long first, long end, Sink sink) {
    long longest = places.stream().mapToLong(Place::lag).max().orElse(0);
    Place[] all = places.toArray(Place[]::new);
    byte[] lives = lives(first, end);
    for (long tick = first; tick < end + longest; tick++) {
      for (Place place : all) {
        long referral = tick - place.lag();
        if (referral < first || referral >= end) continue;
        if (lives[(int) (referral - first)] != place.number()) continue;
        bytes.write(referral, place.story(), place.step());
        sink.take(referral, bytes.key(), bytes.buffer(), bytes.length());
      }
    }
  }

  public void make(Sink sink) {
    make(0, plan.referrals(), sink);
  }

  /** Which story each of them lives: asked for each record. */
  private byte[] lives(long first, long end) {
    var lives = new byte[Math.toIntExact(end - first)];
    for (int i = 0; i < lives.length; i++)
      lives[i] = (byte) plan.stories().indexOf(plan.story(first + i));
    return lives;
  }
}
