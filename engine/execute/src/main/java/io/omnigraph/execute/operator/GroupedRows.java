package io.omnigraph.execute.operator;

import io.omnigraph.execute.operator.Budget.Account;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups rows by keys and works out functions over each group, in one pass, a batch of each column
 * at a time. Without a key there is one group, which exists without rows too. Values are made for
 * the groups that are returned alone.
 */
final class GroupedRows implements ResultSink {

  private static final long BYTES_PER_GROUP = 16;
  private static final long BYTES_PER_VALUE = 16;

  private final Members members;
  private final int[] deciding;
  private final int[] deciders;
  private final GroupShape shape;
  private final Window window;
  private final Account account;

  /** The groups by all deciding keys up to each, but for the first one. */
  private final LongIndex[] combinations;

  /** The number that each deciding key has in each group; empty where it is the group's own. */
  private final int[][] numbersOfGroups;

  private int size;
  private int[] groups = {};
  private int[][] numbers;

  /**
   * A grouping.
   *
   * @param shape makes rows of the values of a group's keys, then of its functions
   */
  GroupedRows(Members members, GroupShape shape, Window window, Account account) {
    this.members = members;
    this.shape = shape;
    this.window = window;
    this.account = account;
    this.deciding = members.deciding().stream().mapToInt(Integer::intValue).toArray();
    this.deciders = members.deciders().stream().mapToInt(Integer::intValue).toArray();
    this.combinations = new LongIndex[deciding.length];
    this.numbersOfGroups = new int[deciding.length][deciding.length > 1 ? 16 : 0];
    this.numbers = new int[deciding.length][];
    Arrays.setAll(combinations, _ -> new LongIndex());
    this.size = members.keys().isEmpty() ? 1 : 0;
  }

  /**
   * What makes groups, and what is worked out for each.
   *
   * @param deciding the keys that tell groups apart, by index
   * @param deciders for each key, the place among the deciding ones of that which fixes its value
   * @param order of groups
   */
  record Members(
      List<GroupKey> keys,
      List<Integer> deciding,
      List<Integer> deciders,
      List<Accumulator> functions,
      List<Order> order) {

    Members {
      keys = List.copyOf(keys);
      deciding = List.copyOf(deciding);
      deciders = List.copyOf(deciders);
      functions = List.copyOf(functions);
      order = List.copyOf(order);
    }
  }

  /**
   * A part of the order of groups.
   *
   * @param index of a key or a function: keys come first
   * @param sign -1 where greater values come first
   */
  record Order(int index, ValueOrder values, int sign) {}

  @Override
  public void accept(Batch batch) {
    int count = batch.selected();
    if (groups.length < count) {
      groups = new int[batch.size()];
      numbers = new int[numbers.length][batch.size()];
    }
    number(batch);
    for (Accumulator function : members.functions()) {
      function.addAll(groups, size, batch);
    }
  }

  @Override
  public boolean wants(Batch batch, int position) {
    return window.end() > 0;
  }

  /** Finds the group of each selected row: that by all deciding keys but one, and the last. */
  private void number(Batch batch) {
    if (deciding.length == 0) {
      return;
    }
    if (deciding.length == 1) {
      GroupKey key = members.keys().get(deciding[0]);
      key.numbers(batch, groups);
      hold(key.size() - size);
      size = key.size();
      return;
    }
    for (int i = 0; i < deciding.length; i++) {
      members.keys().get(deciding[i]).numbers(batch, numbers[i]);
    }
    for (int row = 0; row < batch.selected(); row++) {
      int group = numbers[0][row];
      for (int i = 1; i < deciding.length; i++) {
        group = combinations[i].number(((long) group << 32) | numbers[i][row]);
      }
      if (group == size) {
        add(row);
      }
      groups[row] = group;
    }
  }

  private void add(int row) {
    hold(1);
    for (int i = 0; i < numbers.length; i++) {
      if (size == numbersOfGroups[i].length) {
        numbersOfGroups[i] = Arrays.copyOf(numbersOfGroups[i], 2 * size);
      }
      numbersOfGroups[i][size] = numbers[i][row];
    }
    size++;
  }

  private void hold(long more) {
    if (more > 0) {
      int values = members.keys().size() + members.functions().size();
      account.hold(more * (BYTES_PER_GROUP + BYTES_PER_VALUE * values));
    }
  }

  @Override
  public List<@Nullable Object[]> finish() {
    int[] first = FirstFew.of(size, window.end(), this::compare);
    return Arrays.stream(window.of(first)).mapToObj(group -> shape.row(values(group))).toList();
  }

  private int compare(int left, int right) {
    for (Order part : members.order()) {
      int order = part.sign() * compare(part, left, right);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int compare(Order part, int left, int right) {
    int keys = members.keys().size();
    return part.index() < keys
        ? members
            .keys()
            .get(part.index())
            .compareAt(row(part.index(), left), row(part.index(), right))
        : members.functions().get(part.index() - keys).compare(left, right, part.values());
  }

  /** A row that has a group's value of a key. */
  private int row(int key, int group) {
    int decider = deciders[key];
    int[] known = numbersOfGroups[decider];
    return members.keys().get(deciding[decider]).row(known.length == 0 ? group : known[group]);
  }

  private @Nullable Object[] values(int group) {
    int keys = members.keys().size();
    @Nullable Object[] values = new @Nullable Object[keys + members.functions().size()];
    for (int i = 0; i < keys; i++) {
      values[i] = members.keys().get(i).valueAt(row(i, group));
    }
    for (int i = keys; i < values.length; i++) {
      values[i] = members.functions().get(i - keys).result(group);
    }
    return values;
  }
}
