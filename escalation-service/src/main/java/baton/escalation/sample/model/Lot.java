package baton.escalation.sample.model;

import baton.contract.ReferralId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Draws referrals so that nobody can have chosen them and anybody can draw them again: they are
 * sorted by a hash of the seed and their id, and the first ones are taken. Keeps no more than
 * those.
 *
 * @param <T> what is known of a referral
 */
public final class Lot<T> {
  private final String seed;
  private final int size;
  private final TreeMap<String, T> first = new TreeMap<>();
  private int offered;

  /**
   * @param seed best named by the inspectors before they see anything
   */
  public Lot(String seed, int size) {
    this.seed = seed;
    this.size = size;
  }

  /** Each referral once, in any order. */
  public void add(ReferralId referral, T known) {
    offered++;
    // The id behind the hash, so that no two can be the same.
    first.put(number(referral) + referral, known);
    if (first.size() > size) first.pollLastEntry();
  }

  public List<T> drawn() {
    return List.copyOf(first.values());
  }

  /** From how many. */
  public int offered() {
    return offered;
  }

  /** SHA-256 of the seed, a newline and the referral's id, in hex. */
  private String number(ReferralId referral) {
    try {
      byte[] text = (seed + "\n" + referral).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
