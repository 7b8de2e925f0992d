"""Characters whose script conversion is not certain in a name."""

from __future__ import annotations

AMBIGUOUS = "乾於徵鍾餘夥閒藉瞭著麴祇託鉅麼麽儘畫劃範嶽後裏隻係鬱葉瀋"
"""Traditional characters with more than one Simplified form in names, or that machines put for another one."""
