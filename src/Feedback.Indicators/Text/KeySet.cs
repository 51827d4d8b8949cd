namespace Feedback.Indicators.Text;

/// <summary>Keys of words that are asked for much more often than made: 16 bytes a key at the most, no object for any.</summary>
internal sealed class KeySet
{
    private readonly ulong[] _slots;
    private readonly int _shift;

    public KeySet(HashSet<ulong> keys)
    {
        var bits = 2;
        while (1L << bits < keys.Count * 4L / 3)
            bits++;
        (_slots, _shift) = (new ulong[1 << bits], 64 - bits);
        foreach (var key in keys)
        {
            var slot = Slot(key);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = key;
        }
    }

    public bool Contains(ulong key)
    {
        if (key == 0)
            return false;
        for (var slot = Slot(key); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot] == key)
                return true;
        }
        return false;
    }

    private int Slot(ulong key) => (int)((key * 0x9e3779b97f4a7c15) >> _shift);
}
